import type { PlatformPorts } from '@salvatempo/runtime';

/** Where a run may differ from the product as it is. */
export interface Plant {
  /** Puts something around the ports of a process. */
  wrap(ports: PlatformPorts): PlatformPorts;
}

/** The product as it is. */
export const NOTHING_PLANTED: Plant = { wrap: (ports) => ports };
