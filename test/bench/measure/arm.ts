import type { Remote } from '../children/remote';
import { cpuSeconds } from './proc';

export interface Times {
  readonly warmMs: number;
  readonly ms: number;
}

/** What an arm's work reports by itself. */
export interface Worked {
  /** Operations a second in the measured time. */
  readonly rate: number;
  /** Operations in all, warm-up and end included. */
  readonly answered: number;
  readonly p50Ms?: number;
  readonly p99Ms?: number;
}

/** One arm in one turn, or in the turns of a block together. */
export interface Measured extends Worked {
  /** Processor time of all processes that took part, for each operation, what follows it included. */
  readonly cpuUs: number;
}

/** One thing that is measured. Probes say what the machine can do; the others are compared with them. */
export interface Arm {
  readonly id: string;
  readonly says: string;
  readonly isProbe: boolean;
  /** Processes whose work it is. */
  readonly pids: () => readonly number[];
  readonly work: (times: Times) => Promise<Worked>;
  /** The process whose work is looked into where its figure misses; undefined for a probe. */
  readonly profiled?: Remote;
  /** What the work leaves to be done afterwards, so that it doesn't burden the next arm. */
  readonly settle?: () => Promise<void>;
}

export async function measure(arm: Arm, times: Times): Promise<Measured> {
  const spent = (): number => arm.pids().reduce((sum, pid) => sum + cpuSeconds(pid), 0);
  const before = spent();
  const worked = await arm.work(times);
  await arm.settle?.();
  return { ...worked, cpuUs: ((spent() - before) * 1_000_000) / Math.max(1, worked.answered) };
}

/** The turns of a block as one, each as long as the others: rates and percentiles by their mean, processor time by its sum. */
export function together(turns: readonly Measured[]): Measured {
  const answered = sum(turns.map((turn) => turn.answered));
  const cpuUs = sum(turns.map((turn) => turn.cpuUs * turn.answered)) / Math.max(1, answered);
  const meanOf = (read: (turn: Measured) => number): number => sum(turns.map(read)) / turns.length;
  const percentiles = turns.every(({ p50Ms }) => p50Ms !== undefined) ? { p50Ms: meanOf(({ p50Ms }) => p50Ms!), p99Ms: meanOf(({ p99Ms }) => p99Ms!) } : {};
  return { rate: meanOf(({ rate }) => rate), answered, cpuUs, ...percentiles };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
