import type { Measured } from './arm';
import type { Results } from './blocks';
import { median, medianInterval } from './statistics';

/** What an arm did in one block. */
export type Block = (arm: string) => Measured;

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
  /** A smoke run measures it only where it is asked for. */
  readonly isLeftOutOfSmoke?: boolean;
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
