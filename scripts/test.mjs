import { ensureReady } from './ensure-ready.mjs';
import { hasDocumentDb, obtainDocumentDb } from './infra/documentdb.mjs';
import { javaOrThrow, startOwnInfra } from './infra/services.mjs';
import { obtainChromium } from './toolchain/find-chromium.mjs';
import { root } from './toolchain/repository.mjs';
import { hasTests, nothing, runJest } from './toolchain/run-jest.mjs';
import { jestStages, stageNames } from './toolchain/test-stages.mjs';
import { toolCommands } from './toolchain/tool-commands.mjs';

const requireAll = process.env.REQUIRE_ALL === '1';

/** Of `unit contract -- -t name`: the stages before `--` (all if none), and what jest is handed. */
function parse(args) {
  const cut = args.indexOf('--');
  const [named, rest] = cut < 0 ? [args, []] : [args.slice(0, cut), args.slice(cut + 1)];
  // npm swallows the first `--`, so an option among the stages is jest's as well.
  const firstOption = named.findIndex((arg) => arg.startsWith('-'));
  const stages = firstOption < 0 ? named : named.slice(0, firstOption);
  const unknown = stages.filter((name) => !stageNames.includes(name));
  if (unknown.length) throw new Error(`no such stage: ${unknown.join(', ')} (there are ${stageNames.join(', ')})`);
  const options = firstOption < 0 ? rest : [...named.slice(firstOption), ...rest];
  return { stages: stages.length ? stageNames.filter((name) => stages.includes(name)) : stageNames, rest: options };
}

async function runTool(name) {
  const code = await toolCommands[name === 'type-check' ? 'typecheck' : name]([]);
  return code === 0 ? { ...nothing, passed: 1 } : { ...nothing, failed: 1 };
}

let infra;

/** Addresses of Kafka and MongoDB, started once for all stages; none where they can't be had, and then the suites on them skip. */
async function infraOrNothing() {
  try {
    infra ??= await startOwnInfra((line) => process.stdout.write(`${line}\n`));
    return infra.env;
  } catch (error) {
    process.stdout.write(`\n!!! SKIPPED: the suites on Kafka and MongoDB. ${error.message}\n\n`);
    return {};
  }
}

/** Whether servers can be started that a test may stop; ones that the environment names are not ours to stop. */
async function javaOrNothing() {
  try {
    await javaOrThrow((line) => process.stdout.write(`${line}\n`));
    return true;
  } catch (error) {
    process.stdout.write(`\n!!! SKIPPED: the product as many processes. ${error.message}\n\n`);
    return false;
  }
}

/**
 * DocumentDB takes minutes to obtain, and not every machine can: it is taken where it is there already, or obtained if somebody
 * asks for it. Its absence is said loudly, and is nobody's failure.
 */
async function hasDocumentDbOrSays() {
  const skipped = (reason) => {
    process.stdout.write(`\n!!! NOT RUN: the store's suite and its durability on DocumentDB. ${reason}\n\n`);
    return false;
  };
  if (hasDocumentDb()) return true;
  if (process.env.DOCUMENTDB !== '1') return skipped('It is not in .infra: `DOCUMENTDB=1 npm test -- documentdb` obtains it (Debian, root, Go; some three minutes) and runs it.');
  try {
    await obtainDocumentDb((line) => process.stdout.write(`${line}\n`));
    return true;
  } catch (error) {
    return skipped(error.message);
  }
}

async function runStage(name, rest) {
  if (!(name in jestStages)) return runTool(name);
  if (!hasTests(name)) return nothing;
  const { needsChromium, needsDocumentDb, needsInfra, needsJava } = jestStages[name];
  if (needsDocumentDb && !(await hasDocumentDbOrSays())) return nothing;
  if (needsJava && !(await javaOrNothing())) return { ...nothing, skipped: 1 };
  if (needsInfra) return runJest(name, rest, await infraOrNothing());
  if (!needsChromium) return runJest(name, rest);
  const chromium = await obtainChromium();
  if (chromium) return runJest(name, rest, { CHROMIUM_PATH: chromium });
  process.stdout.write(
    '\n!!! SKIPPED: the browser tests, since no Chromium was found. Set CHROMIUM_PATH, or install it.\n\n',
  );
  return { ...nothing, skipped: 1 };
}

/** Where everything is asked for, what wasn't run has not passed; a choice made by hand (-t) skips on purpose. */
function judged(counts, name, rest) {
  if (!requireAll || counts.skipped === 0 || rest.length > 0) return counts;
  process.stdout.write(`${counts.skipped} skipped in ${name} count as failed\n`);
  return { ...counts, failed: counts.failed + counts.skipped, skipped: 0 };
}

async function timed(name, rest) {
  const startedAt = performance.now();
  const counts = await runStage(name, rest).catch((error) => {
    process.stderr.write(`${name}: ${error.stack}\n`);
    return { ...nothing, failed: 1 };
  });
  return { name, ...judged(counts, name, rest), seconds: (performance.now() - startedAt) / 1000 };
}

/** Stages that run at once: the tools, each of which keeps one processor busy and no other, and what may run beside another stage. */
function groupsOf(stages) {
  const tools = stages.filter((name) => !(name in jestStages));
  const hostOf = (name) => (stages.includes(jestStages[name].beside) ? jestStages[name].beside : name);
  const suites = stages.filter((name) => !tools.includes(name));
  return [tools, ...suites.map((host) => suites.filter((name) => hostOf(name) === host))].filter((group) => group.length > 0);
}

/** One group of stages after the other. */
async function runAll({ stages, rest }) {
  const rows = [];
  for (const group of groupsOf(stages)) {
    process.stdout.write(`\n== ${group.join(' and ')}\n`);
    rows.push(...(await Promise.all(group.map((name) => timed(name, rest)))));
  }
  return rows;
}

/** The counts come last and alone on their line, since a program reads them. */
function report(rows) {
  const cell = (value, width) => String(value).padStart(width);
  process.stdout.write(`\n${'stage'.padEnd(14)}  passed  failed  skipped  seconds\n`);
  for (const { name, passed, failed, skipped, seconds } of rows) {
    const figures = [cell(passed, 6), cell(failed, 6), cell(skipped, 7), cell(seconds.toFixed(1), 7)];
    process.stdout.write(`${name.padEnd(14)}  ${figures.join('  ')}\n`);
  }
  const sum = (key) => rows.reduce((total, row) => total + row[key], 0);
  process.stdout.write(`\n${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped\n`);
  return sum('failed') === 0 ? 0 : 1;
}

async function main(args) {
  process.chdir(root);
  const plan = parse(args);
  await ensureReady('stdout');
  const rows = await runAll(plan).finally(() => infra?.stop());
  process.exitCode = report(rows);
}

main(process.argv.slice(2)).catch((error) => {
  process.stderr.write(`${error.message}\n`);
  process.stdout.write('0 passed, 1 failed, 0 skipped\n');
  process.exitCode = 1;
});
