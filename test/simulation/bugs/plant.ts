import type { Aggregate } from '@salvatempo/kernel';
import type { PlatformPorts } from '@salvatempo/runtime';

/** Where a run may differ from the product as it is. */
export interface Plant {
  /** Puts something around the ports of a process. */
  wrap(ports: PlatformPorts): PlatformPorts;
  /** Puts another use case in the place of one. */
  change<S>(aggregate: Aggregate<S>): Aggregate<S>;
}

/** The product as it is. */
export const NOTHING_PLANTED: Plant = { wrap: (ports) => ports, change: (aggregate) => aggregate };
