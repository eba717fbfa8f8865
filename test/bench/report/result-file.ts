import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import type { Arm } from '../measure/arm';
import type { Results } from '../measure/blocks';
import type { Figure } from '../measure/figures';
import { median, spreadOf } from '../measure/statistics';
import type { Options } from '../options';
import type { Audit } from '../part';

/** One run, as it is kept. Absolute rates are there to be divided by each other; the ratios are what it says. */
export interface RunRecord {
  readonly seed: number;
  readonly mode: 'smoke' | 'full';
  readonly only?: string;
  readonly environment: { readonly cpus: number; readonly node: string };
  readonly blocks: number;
  readonly probes: readonly ArmRecord[];
  readonly arms: readonly ArmRecord[];
  readonly figures: readonly Figure[];
  /** What was looked through at the end of each part, and what was found broken. */
  readonly invariants: readonly Audit[];
  /** Probes that spread too much; the run says nothing if there is one. */
  readonly void: readonly string[];
}

interface ArmRecord {
  readonly id: string;
  readonly rate: number;
  readonly low: number;
  readonly high: number;
  readonly spread: number;
  readonly cpuUs: number;
  readonly p50Ms?: number;
  readonly p99Ms?: number;
}

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));

function armRecord({ id }: Arm, results: Results): ArmRecord {
  const blocks = results.get(id)!;
  const rates = blocks.map(({ rate }) => rate);
  const latency = (name: 'p50Ms' | 'p99Ms'): object => (blocks[0]![name] === undefined ? {} : { [name]: rounded(median(blocks.map((block) => block[name]!)), 2) });
  return {
    id,
    rate: Math.round(median(rates)),
    low: Math.round(Math.min(...rates)),
    high: Math.round(Math.max(...rates)),
    spread: rounded(spreadOf(rates), 2),
    cpuUs: Math.round(median(blocks.map(({ cpuUs }) => cpuUs))),
    ...latency('p50Ms'),
    ...latency('p99Ms'),
  };
}

export interface RunFacts {
  readonly options: Options;
  readonly arms: readonly Arm[];
  readonly results: Results;
  readonly figures: readonly Figure[];
  /** What was looked through at the end of each part, and what was found broken. */
  readonly invariants: readonly Audit[];
  readonly busy: readonly string[];
}

export function runRecord({ options, arms, results, figures, invariants, busy }: RunFacts): RunRecord {
  const exact = (figure: Figure): Figure => ({ ...figure, ratio: rounded(figure.ratio, 3), low: rounded(figure.low, 3), high: rounded(figure.high, 3) });
  const records = (isProbe: boolean): ArmRecord[] => arms.filter((arm) => arm.isProbe === isProbe).map((arm) => armRecord(arm, results));
  return {
    seed: options.plan.seed,
    mode: options.smoke ? 'smoke' : 'full',
    ...(options.only === undefined ? {} : { only: options.only }),
    environment: { cpus: cpus().length, node: process.version },
    blocks: options.plan.blocks,
    probes: records(true),
    arms: records(false),
    figures: figures.map(exact),
    invariants,
    void: busy,
  };
}

/** `latest.json` for whoever wants the last run, `log.jsonl` for all of them. */
export function keep(record: RunRecord): void {
  const folder = join(process.cwd(), 'bench/results');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'latest.json'), `${JSON.stringify(record, null, 2)}\n`);
  appendFileSync(join(folder, 'log.jsonl'), `${JSON.stringify(record)}\n`);
}
