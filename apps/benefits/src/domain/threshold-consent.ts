import type { DataOf, thresholdChoiceMade } from '@salvatempo/contracts';
import { formatEuro, type Cents, type Refusal } from '@salvatempo/kernel';
import { useOf, type Account } from './account';
import { countedCents, thresholdOf, type Thresholds } from './threshold';

export type AboveThreshold = DataOf<typeof thresholdChoiceMade>['aboveThreshold'];

/** What a firm lets happen that chose nothing. */
export const BY_DEFAULT: AboveThreshold = 'block';

/** What a benefit would do to a year that it takes above its threshold. Euro cents. */
export interface Crossing {
  readonly taxYear: number;
  readonly thresholdCents: Cents;
  readonly leftCents: Cents;
  /** All that this employer would have given in the year: it becomes taxable, and contributions are due on it (TUIR art. 51 c.3, all or nothing). */
  readonly taxableCents: Cents;
  /** What others gave, as declared: theirs to tax, or to be settled with the return. */
  readonly externalCents: Cents;
}

/** Undefined where the benefit stays within the threshold of the year. */
export function crossingOf(state: Account, taxYear: number, valueCents: Cents, thresholds: Thresholds): Crossing | undefined {
  const use = useOf(state, taxYear);
  const thresholdCents = thresholdOf(use, thresholds);
  // Below zero where a declaration changed after the purchases.
  const leftCents = Math.max(0, thresholdCents - countedCents(use));
  if (valueCents <= leftCents) return undefined;
  return { taxYear, thresholdCents, leftCents, taxableCents: use.heldCents + use.usedCents + valueCents, externalCents: use.externalCents ?? 0 };
}

/** What a consent is recorded with. */
export const withoutLeft = ({ leftCents: _, ...crossing }: Crossing): Omit<Crossing, 'leftCents'> => crossing;

/**
 * Why somebody can't go above the threshold: the firm doesn't let them, or they didn't agree to as much as it comes to. Who was told of less
 * than what would be taxed hasn't agreed to it. Undefined where they have.
 */
export function whyNotAbove({ taxYear, thresholdCents, leftCents, taxableCents }: Crossing, above: AboveThreshold, agreedCents: Cents | undefined): Refusal | undefined {
  const params = { year: taxYear, leftCents, leftEuro: formatEuro(leftCents), thresholdEuro: formatEuro(thresholdCents) };
  if (above === 'block') return { code: 'fringe-threshold-exceeded', params };
  if (agreedCents !== undefined && agreedCents >= taxableCents) return undefined;
  return { code: 'threshold-consent-needed', params: { ...params, taxableCents, taxableEuro: formatEuro(taxableCents) } };
}
