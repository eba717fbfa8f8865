import type { Cents } from '@salvatempo/kernel';
import type { ThresholdUse } from './account';

/** Thresholds of a tax year in euro cents (docs/rules/fringe-threshold.json). */
export interface Thresholds {
  readonly baseCents: Cents;
  /** For somebody who declared a dependent child. */
  readonly withDependentChildCents: Cents;
}

/** All that counts: from this employer, held too, since a voucher counts once it is given; and from others, as declared. */
export const countedCents = ({ heldCents, usedCents, externalCents = 0 }: ThresholdUse): Cents => heldCents + usedCents + externalCents;

/** The threshold that holds for somebody who declared what they did. */
export const thresholdOf = ({ dependentChild = false }: ThresholdUse, { baseCents, withDependentChildCents }: Thresholds): Cents =>
  dependentChild ? withDependentChildCents : baseCents;
