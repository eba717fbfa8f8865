import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** The compiled run, as the command starts it: a process of its own for each, so that nothing of one is left in the next. */
const MAIN = join(__dirname, '../../dist/test/simulation/main.js');
const run = promisify(execFile);

/** The last line of a run; rejects where it found a violation. */
async function lastLine(seed: number, steps: number): Promise<string> {
  const { stdout } = await run(process.execPath, [MAIN, '--seed', String(seed), '--steps', String(steps)]);
  return stdout.trim().split('\n').at(-1)!;
}

describe('the whole product in a simulated world', () => {
  it('breaks no invariant, whatever breaks around it, and the same seed repeats it to the byte', async () => {
    const [first, again] = await Promise.all([lastLine(7, 1_500), lastLine(7, 1_500)]);
    expect(first).toMatch(/^trace [0-9a-f]{64} steps 1500 faults [1-9]\d* violations 0$/);
    expect(again).toBe(first);
  }, 120_000);

  it('is another story for another seed', async () => {
    const [seven, eight] = await Promise.all([lastLine(7, 300), lastLine(8, 300)]);
    expect(seven).not.toBe(eight);
  }, 120_000);
});
