import type { LogRecord } from '../event-log';

/** What can go wrong with the simulated log; each is asked once for each occasion. */
export interface LogFaults {
  /**
   * A batch as it arrives: its records in another order across keys, some of them twice, or only a part.
   * The order within a key must stay.
   */
  arrival(records: readonly LogRecord[]): readonly LogRecord[];
  /** `before`: nothing is appended and the publisher told so; `after`: appended, and told that it isn't known. */
  publish(): 'unavailable-before' | 'unavailable-after' | undefined;
  /** Whether a partition goes back to its stored progress and delivers again, as after a rebalance. */
  redelivers(group: string): boolean;
}

export const noLogFaults: LogFaults = {
  arrival: (records) => records,
  publish: () => undefined,
  redelivers: () => false,
};
