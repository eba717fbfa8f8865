import { parseArgs } from 'node:util';
import { NOTHING_PLANTED } from './bugs/plant';
import { Simulation } from './run/simulation';

/** From so many steps on a run must have met every kind of trouble, refusal and state. */
const COMPLETE_FROM_STEPS = 20_000;

function wholeNumber(text: string | undefined, name: string, usual: number): number {
  const value = text === undefined ? usual : Number(text);
  if (!Number.isSafeInteger(value) || value < 1) throw new Error(`--${name} takes a whole number above zero`);
  return value;
}

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { seed: { type: 'string' }, steps: { type: 'string' } }, strict: true });
  const seed = wholeNumber(values.seed, 'seed', 1);
  const steps = wholeNumber(values.steps, 'steps', COMPLETE_FROM_STEPS);
  const startedMs = performance.now();
  const result = await new Simulation({ seed: String(seed), steps, plant: NOTHING_PLANTED }).run();
  const tookS = (performance.now() - startedMs) / 1_000;
  const ratio = Math.round(result.simulatedMs / 1_000 / tookS);
  const missing = steps >= COMPLETE_FROM_STEPS && result.findings.length === 0 ? result.missing : [];
  for (const { rule, what } of result.findings) console.log(`violated at step ${result.steps}: ${rule}: ${what}`);
  if (result.findings.length > 0) {
    console.log(`what led to it:\n${result.tail.map((line) => `  ${line.slice(0, 220)}`).join('\n')}`);
    console.log(`replay: npm run simulate -- --seed ${seed} --steps ${result.steps}`);
  }
  for (const what of missing) console.log(`not reached: ${what}`);
  if (steps >= COMPLETE_FROM_STEPS) console.log(`rarest refusals: ${result.rarest.map(([refusal, times]) => `${refusal} ${times}`).join(', ')}`);
  console.log(
    `${Math.round(steps / tookS)} steps/s, ${Math.round(result.operations / tookS)} operations/s, ${ratio} times real time`,
  );
  console.log(
    `trace ${result.digest} steps ${result.steps} faults ${result.faults} violations ${result.findings.length}`,
  );
  return result.findings.length + missing.length > 0 ? 1 : 0;
}

main().then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
