import type { Cents, Instant } from '@salvatempo/kernel';
import { fits, isSpendable, type Account, type Lot, type LotShare } from './account';

/**
 * The lots that pay an amount: of those that fit, the one that expires first pays first. Undefined where they don't suffice.
 * @param letter only lots of this letter; any where it is undefined.
 */
export function chooseLots(state: Account, amountCents: Cents, letter: string | undefined, at: Instant): readonly LotShare[] | undefined {
  let leftCents = amountCents;
  const shares: LotShare[] = [];
  for (const lot of fitting(state, letter, at)) {
    if (leftCents === 0) break;
    const take = Math.min(leftCents, lot.freeCents);
    shares.push({ lotId: lot.lotId, amountCents: take, ...(lot.runId !== undefined && { runId: lot.runId }) });
    leftCents -= take;
  }
  return leftCents === 0 ? shares : undefined;
}

/** What could be spent on a letter, in euro cents. */
export const spendableOn = (state: Account, letter: string, at: Instant): Cents =>
  fitting(state, letter, at).reduce((sum, lot) => sum + lot.freeCents, 0);

const fitting = (state: Account, letter: string | undefined, at: Instant): readonly Lot[] =>
  state.lots
    .filter((lot) => isSpendable(lot, at) && (letter === undefined || fits(lot, letter)))
    .sort((a, b) => (a.validUntil === b.validUntil ? (a.lotId < b.lotId ? -1 : 1) : a.validUntil < b.validUntil ? -1 : 1));
