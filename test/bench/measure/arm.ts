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

/** One arm in one block. */
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
