import type { Check } from './check';
import { CHECKS } from './checks';
import type { Arm } from './measure/arm';
import { runBlocks, warmUp, type Results } from './measure/blocks';
import { figureOf, passesSmoke, type Figure, type Target } from './measure/figures';
import { MAX_PROBE_SPREAD, spreadOf } from './measure/statistics';
import type { Options } from './options';
import { PartMissingError, type Audit, type OpenPart, type Part } from './part';
import { PARTS } from './parts';
import { explainMiss } from './report/explain-miss';
import { keep, runRecord } from './report/result-file';
import { armTable, figureTable } from './report/table';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** What one part of a run came to. */
interface Outcome {
  readonly targets: readonly Target[];
  readonly arms: readonly Arm[];
  readonly results: Results;
  readonly figures: readonly Figure[];
  readonly audit: Audit;
  /** Probes that spread too much. */
  readonly busy: readonly string[];
}

/** Runs what was asked for, again where the machine was busy with something else; the exit code. */
export async function run(options: Options): Promise<number> {
  const check = CHECKS.find(({ id }) => id === options.only);
  if (check) return runCheck(check, options);
  const first = await runOnce(options);
  if (first !== 2) return first;
  say('\nonce more, since that run says nothing');
  return runOnce(options);
}

async function runCheck(check: Check, { plan: { seed }, smoke, size }: Options): Promise<number> {
  say(`seed ${seed}`);
  const holds = await check.run({ seed, smoke, ...(size === undefined ? {} : { size }) }, say);
  say(holds ? 'passed' : `missed: ${check.id}`);
  return holds ? 0 : 1;
}

async function runOnce(options: Options): Promise<number> {
  say(`seed ${options.plan.seed}`);
  const outcomes: Outcome[] = [];
  for (const part of PARTS) {
    const outcome = await runPart(part, options);
    if (outcome) outcomes.push(outcome);
  }
  if (outcomes.length === 0) return 1;
  const whole = joined(outcomes);
  keep(runRecord({ options, ...whole }));
  say(`${figureTable(whole.figures)}\n`);
  return verdict(whole, options);
}

/** Undefined where nothing of it was asked for, or the machine lacks what it needs. */
async function runPart(part: Part, options: Options): Promise<Outcome | undefined> {
  const { only, smoke } = options;
  const wanted = part.targets.filter(({ id, isLeftOutOfSmoke }) => (only === undefined ? !(smoke && isLeftOutOfSmoke) : only === id));
  if (wanted.length === 0) return undefined;
  let opened: OpenPart;
  try {
    opened = await part.open();
  } catch (error) {
    if (!(error instanceof PartMissingError)) throw error;
    say(`NOT MEASURED: ${wanted.map(({ id }) => id).join(', ')}: ${error.message}`);
    return undefined;
  }
  try {
    return await runOn(opened, wanted, options);
  } finally {
    await opened.close();
  }
}

async function runOn({ arms: all, before, audit }: OpenPart, wanted: readonly Target[], { plan, smoke }: Options): Promise<Outcome> {
  const targets = wanted.filter(({ needs }) => needs.every((need) => all.some((arm) => arm.id === need)));
  const needed = new Set(targets.flatMap(({ needs }) => needs));
  const arms = all.filter(({ id }) => needed.has(id));
  await before();
  await warmUp(arms);
  const results = await runBlocks(arms, plan, before, say);
  const figures = targets.map((target) => figureOf(target, results, smoke ? 'median' : 'bad-end'));
  say(`\n${armTable(arms, results)}\n`);
  for (const figure of figures.filter(({ holds }) => !holds)) say(`${await explainMiss(figure, arms.find(({ id }) => id === figure.arm)!)}\n`);
  return { targets, arms, results, figures, audit: await audit(), busy: busyProbes(arms, results) };
}

const busyProbes = (arms: readonly Arm[], results: Results): readonly string[] =>
  arms.filter(({ id, isProbe }) => isProbe && spreadOf(results.get(id)!.map(({ rate }) => rate)) > MAX_PROBE_SPREAD).map(({ id }) => id);

const joined = (outcomes: readonly Outcome[]) => ({
  targets: outcomes.flatMap(({ targets }) => targets),
  arms: outcomes.flatMap(({ arms }) => arms),
  results: new Map(outcomes.flatMap(({ results }) => [...results])) as Results,
  figures: outcomes.flatMap(({ figures }) => figures),
  invariants: outcomes.map(({ audit }) => audit),
  busy: outcomes.flatMap(({ busy }) => busy),
});

function verdict({ targets, figures, invariants, busy }: ReturnType<typeof joined>, { smoke, only }: Options): number {
  const findings = invariants.flatMap((audit) => audit.findings);
  if (findings.length > 0) {
    say(`broken invariants: ${findings.length}\n${findings.slice(0, 20).join('\n')}`);
    return 1;
  }
  for (const { says } of invariants) say(`invariants hold: ${says}`);
  if (busy.length > 0) {
    say(`void: ${busy.join(', ')} spread more than ${MAX_PROBE_SPREAD} over the blocks; the machine did something else meanwhile`);
    return 2;
  }
  const lenient = smoke && only === undefined;
  const missed = targets.filter((target, i) => (lenient ? !passesSmoke(target, figures[i]!) : !figures[i]!.holds));
  say(missed.length === 0 ? 'passed' : `missed: ${missed.map(({ id }) => id).join(', ')}`);
  return missed.length === 0 ? 0 : 1;
}
