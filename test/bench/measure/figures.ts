import type { Measured } from './arm';
import type { Results } from './blocks';
import { durableLimit, median, medianInterval } from './statistics';

type Block = (arm: string) => Measured;

/** A target of the proof: two things of one block compared. */
export interface Target {
  readonly id: string;
  readonly arm: string;
  /** In words. */
  readonly against: string;
  readonly target: number;
  readonly direction: 'at-least' | 'at-most';
  /** Arms that have to run for it. */
  readonly needs: readonly string[];
  readonly ratio: (block: Block) => number;
  /** In a smoke run: the share of the target that has to be reached; undefined where it is only reported. */
  readonly smokeShare?: number;
}

export interface Figure {
  readonly id: string;
  readonly arm: string;
  readonly against: string;
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
  readonly target: number;
  readonly direction: Target['direction'];
  readonly holds: boolean;
}

/** Clients of a closed loop; no more requests than these can share a sync. */
export const CLIENTS = 64;

const limit = (block: Block): number => durableLimit(block('L0.write').rate, block('L1').rate, block('L2').rate, CLIENTS);

export const TARGETS: readonly Target[] = [
  { id: 'P1', arm: 'P1', against: 'L0.read', target: 0.6, direction: 'at-least', needs: ['P1', 'L0.read'], ratio: (block) => block('P1').rate / block('L0.read').rate, smokeShare: 0.5 },
  { id: 'P1.p99', arm: 'P1.open', against: 'L0.open p99', target: 2, direction: 'at-most', needs: ['P1.open', 'L0.open'], ratio: (block) => block('P1.open').p99Ms! / block('L0.open').p99Ms! },
  { id: 'P2', arm: 'P2', against: 'limit 1/(1/L0.write + 1/L1)', target: 0.7, direction: 'at-least', needs: ['P2', 'L0.write', 'L1', 'L2'], ratio: (block) => block('P2').rate / limit(block), smokeShare: 0.5 },
  { id: 'P3', arm: 'P3', against: 'P2', target: 1, direction: 'at-least', needs: ['P3', 'P2'], ratio: (block) => block('P3').rate / block('P2').rate, smokeShare: 1 },
  { id: 'P9', arm: 'P9', against: 'read by id, in time', target: 1.2, direction: 'at-most', needs: ['P9', 'read'], ratio: (block) => block('read').rate / block('P9').rate, smokeShare: 1 },
  { id: 'P2.pg', arm: 'P2', against: 'pgbench', target: 1, direction: 'at-least', needs: ['P2', 'pgbench'], ratio: (block) => block('P2').rate / block('pgbench').rate },
];

/** `at`: in a smoke run the median is judged, in a full one the bad end of the interval. */
export function figureOf(target: Target, results: Results, at: 'median' | 'bad-end'): Figure {
  const blocks = results.get(target.arm)!.length;
  const ratios = Array.from({ length: blocks }, (_, i) => target.ratio((arm) => results.get(arm)![i]!));
  const { low, high } = medianInterval(ratios);
  const ratio = median(ratios);
  const { id, arm, against, direction } = target;
  const judged = at === 'median' ? ratio : direction === 'at-least' ? low : high;
  return { id, arm, against, ratio, low, high, target: target.target, direction, holds: reaches(direction, judged, target.target) };
}

const reaches = (direction: Target['direction'], value: number, target: number): boolean => (direction === 'at-least' ? value >= target : value <= target);

/** Whether a smoke run may pass with this figure. */
export const passesSmoke = ({ smokeShare, direction, target }: Target, { ratio }: Figure): boolean =>
  smokeShare === undefined || reaches(direction, ratio, direction === 'at-least' ? target * smokeShare : target / smokeShare);
