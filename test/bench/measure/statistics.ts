/** The middle of the values; of an even number, the mean of the two in the middle. Throws RangeError for none. */
export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** A quantile by linear interpolation between the sorted values. Throws RangeError for none. */
export function quantile(values: readonly number[], share: number): number {
  if (values.length === 0) throw new RangeError('no values');
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)]!;
  return below + (sorted[Math.ceil(place)]! - below) * (place - Math.floor(place));
}

/** Of sorted values, the smallest that at least this share of them doesn't exceed. For latencies. */
export const percentileOfSorted = (sorted: ArrayLike<number>, share: number): number =>
  sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;

export interface Interval {
  readonly low: number;
  readonly high: number;
  /** How sure it is that the true median lies inside, 0 to 1. */
  readonly confidence: number;
}

/**
 * The narrowest pair of order statistics, as far from the lowest as from the highest, that holds the true median with 95%
 * whatever the distribution. With fewer than six values no pair does: then the lowest and the highest.
 */
export function medianInterval(values: readonly number[]): Interval {
  const sorted = [...values].sort((a, b) => a - b);
  const count = sorted.length;
  if (count === 0) throw new RangeError('no values');
  let left = 0;
  while (left + 1 < count / 2 && confidenceOf(count, left + 1) >= 0.95) left++;
  return { low: sorted[left]!, high: sorted[count - 1 - left]!, confidence: confidenceOf(count, left) };
}

/** That the median is not below the value `left` from the lowest, nor above the one as far from the highest. */
function confidenceOf(count: number, left: number): number {
  let outside = 0;
  let ways = 1;
  for (let below = 0; below <= left; below++) {
    outside += ways;
    ways = (ways * (count - below)) / (below + 1);
  }
  return Math.max(0, 1 - 2 * outside * 0.5 ** count);
}

/** A probe that spreads more than this over the blocks says that the machine was busy with something else. */
export const MAX_PROBE_SPREAD = 2.5;

export const spreadOf = (rates: readonly number[]): number => quantile(rates, 0.9) / quantile(rates, 0.1);

/** What is durable over HTTP can't be faster than one after the other on a shared core, nor than what its syncs carry. */
export const durableLimit = (httpRate: number, writeRate: number, syncRate: number, perSync: number): number =>
  Math.min(1 / (1 / httpRate + 1 / writeRate), syncRate * perSync);
