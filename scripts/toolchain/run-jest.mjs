import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTool } from './child-process.mjs';
import { filesUnder, readJson } from './repository.mjs';
import { jestStages } from './test-stages.mjs';

export const nothing = { passed: 0, failed: 0, skipped: 0 };

export function hasTests(name) {
  return jestStages[name].folders.some((folder) => filesUnder(folder, isSpec).length > 0);
}

const isSpec = (file) => file.endsWith('.spec.ts') && !/(^|\/)(fixtures|node_modules)\//.test(file);

/** A suite that can't even be loaded has no tests to count, and a jest that dies has no report: both are failures. */
export function countsOf(report, code) {
  if (!report) return { ...nothing, failed: 1 };
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  return {
    passed: report.numPassedTests,
    failed: failed || (code === 0 ? 0 : 1),
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** @param {Record<string, string>} more what the tests find in their environment: a browser, servers */
export async function runJest(name, rest, more = {}) {
  const { timeoutMs, inBand } = jestStages[name];
  const folder = mkdtempSync(join(tmpdir(), 'salvatempo-jest-'));
  const reportFile = join(folder, 'report.json');
  const args = ['--selectProjects', name, '--testTimeout', String(timeoutMs), '--passWithNoTests'];
  args.push(inBand ? '--runInBand' : '--maxWorkers=2', '--json', '--outputFile', reportFile, ...rest);
  const env = { ...process.env, NODE_ENV: 'test', ...more };
  try {
    const code = await runTool('jest/bin/jest.js', args, { env });
    return countsOf(readJson(reportFile), code);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
