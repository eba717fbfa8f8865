import type { LogRecord } from '../event-log';

/** What becomes of a batch that is published. */
export interface Arrival {
  /** What is appended: all of it, a part, some of it twice, in another order across keys; never another order within a key. */
  readonly appended: readonly LogRecord[];
  /** Whether the publisher is told that it failed. What wasn't appended must be told. */
  readonly failed: boolean;
}

/** What can go wrong with the simulated log. */
export interface LogFaults {
  arrival(records: readonly LogRecord[]): Arrival;
  /** Whether a group's partition goes back to its stored progress and delivers again, as after a rebalance. */
  redelivers(group: string): boolean;
}

export const noLogFaults: LogFaults = {
  arrival: (appended) => ({ appended, failed: false }),
  redelivers: () => false,
};
