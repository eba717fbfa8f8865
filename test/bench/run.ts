import { armsOf } from './arms';
import type { Arm } from './measure/arm';
import { runBlocks, warmUp, type Results } from './measure/blocks';
import { figureOf, passesSmoke, TARGETS, type Figure, type Target } from './measure/figures';
import { MAX_PROBE_SPREAD, spreadOf } from './measure/statistics';
import type { Options } from './options';
import type { Audit } from './product/audit';
import { explainMiss } from './report/explain-miss';
import { keep, runRecord } from './report/result-file';
import { armTable, figureTable } from './report/table';
import { Stage } from './stage';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Runs what was asked for, again where the machine was busy with something else; the exit code. */
export async function run(options: Options): Promise<number> {
  const first = await runOnce(options);
  if (first !== 2) return first;
  say('\nonce more, since that run says nothing');
  return runOnce(options);
}

async function runOnce(options: Options): Promise<number> {
  const stage = new Stage();
  try {
    await stage.start();
    const all = await armsOf(stage);
    const targets = TARGETS.filter(({ id, needs }) => (options.only ?? id) === id && needs.every((need) => all.some((arm) => arm.id === need)));
    const needed = new Set(targets.flatMap(({ needs }) => needs));
    return await runOn(stage, all.filter(({ id }) => needed.has(id)), targets, options);
  } finally {
    await stage.stop();
  }
}

async function runOn(stage: Stage, arms: readonly Arm[], targets: readonly Target[], options: Options): Promise<number> {
  say(`seed ${options.plan.seed}`);
  await warmUp(arms);
  const results = await runBlocks(arms, options.plan, () => stage.refreshTokens(), say);
  const figures = targets.map((target) => figureOf(target, results, options.smoke ? 'median' : 'bad-end'));
  say(`\n${armTable(arms, results)}\n\n${figureTable(figures)}\n`);
  for (const figure of figures.filter(({ holds }) => !holds)) say(`${await explainMiss(figure, arms.find(({ id }) => id === figure.arm)!, stage)}\n`);
  const invariants = await stage.audit();
  const busy = busyProbes(arms, results);
  keep(runRecord({ options, arms, results, figures, invariants, busy }));
  return verdict(targets, figures, invariants, busy, options);
}

const busyProbes = (arms: readonly Arm[], results: Results): readonly string[] =>
  arms.filter(({ id, isProbe }) => isProbe && spreadOf(results.get(id)!.map(({ rate }) => rate)) > MAX_PROBE_SPREAD).map(({ id }) => id);

function verdict(targets: readonly Target[], figures: readonly Figure[], { accounts, debits, findings }: Audit, busy: readonly string[], { smoke, only }: Options): number {
  if (findings.length > 0) {
    say(`broken invariants: ${findings.length}\n${findings.slice(0, 20).join('\n')}`);
    return 1;
  }
  say(`invariants hold: ${accounts} accounts, ${debits} debits, each answered one in the journal once`);
  if (busy.length > 0) {
    say(`void: ${busy.join(', ')} spread more than ${MAX_PROBE_SPREAD} over the blocks; the machine did something else meanwhile`);
    return 2;
  }
  const lenient = smoke && only === undefined;
  const missed = targets.filter((target, i) => (lenient ? !passesSmoke(target, figures[i]!) : !figures[i]!.holds));
  say(missed.length === 0 ? 'passed' : `missed: ${missed.map(({ id }) => id).join(', ')}`);
  return missed.length === 0 ? 0 : 1;
}
