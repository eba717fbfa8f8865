import { fork } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { BUGS, type BugName } from './bugs/all-bugs';
import type { Hunt } from './bugs/hunt';

const STEPS = 20_000;
/** One for each core that the time is promised for. */
const AT_ONCE = 2;

/** Hunts in a process of its own, so that two cores do two at once. */
function huntApart(bug: BugName, seed: number): Promise<Hunt> {
  return new Promise((resolve, reject) => {
    const child = fork(join(__dirname, 'bugs/hunt.js'), [bug, String(seed), String(STEPS)], {
      execArgv: ['--enable-source-maps'],
    });
    child.once('message', (found) => resolve(found as Hunt));
    child.once('error', reject);
    child.once('exit', (code) => code !== 0 && reject(new Error(`the hunt for ${bug} ended with ${code}`)));
  });
}

/** Whether a hunt ended as it must: a bug is found, and without one nothing is. */
function report({ bug, seed, step, rule, what }: Hunt): boolean {
  const found = step === undefined ? `nothing in ${STEPS} steps` : `step ${step}, ${rule}: ${what?.slice(0, 160)}`;
  console.log(`${bug.padEnd(22)} seed ${seed}  ${found}`);
  return (bug === 'none') === (step === undefined);
}

async function main(): Promise<boolean> {
  const { values } = parseArgs({ options: { seed: { type: 'string', default: '1' } }, strict: true });
  // The longest first: only the product without a bug runs to the end.
  const waiting = (Object.keys(BUGS) as BugName[]).reverse();
  const results: boolean[] = [];
  const work = async (): Promise<void> => {
    for (let bug = waiting.shift(); bug; bug = waiting.shift())
      results.push(report(await huntApart(bug, Number(values.seed))));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return results.every(Boolean);
}

main().then(
  (right) => (process.exitCode = right ? 0 : 1),
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
