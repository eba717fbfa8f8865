import type { CallTerms, Share } from '@salvatempo/contracts';
import { shareOf, type Cents, type Instant } from '@salvatempo/kernel';

/** One allotment that could pay, with what is left of it and of the person's cap. */
export interface AvailableIncentive {
  readonly allotmentId: string;
  readonly callId: string;
  readonly terms: CallTerms;
  readonly allotmentFreeCents: Cents;
  readonly personUsedCents: Cents;
}

export interface WhoPaysWhat {
  readonly incentive?: AvailableIncentive;
  readonly incentiveCents: Cents;
  readonly creditCents: Cents;
}

const isOpen = (terms: CallTerms, at: Instant): boolean => terms.opensAt <= at && at < terms.closesAt;

/** What one allotment gives towards a price: the call's percentage, within what the firm and the person have left. */
export function incentiveOf({ terms, allotmentFreeCents, personUsedCents }: AvailableIncentive, priceCents: Cents): Cents {
  const personLeftCents = Math.max(0, terms.personCapCents - personUsedCents);
  return Math.min(shareOf(priceCents, terms.incentiveBasisPoints), allotmentFreeCents, personLeftCents);
}

/**
 * The declared cascade: the right that needs no credit first, then credit for the rest. The
 * incentive is aid to the firm, so the employer's side pays the whole and the holder tops up nothing (rule V4). Of several
 * allotments the one that gives most pays; of equals, the call that closes first.
 */
export function whoPaysWhat(priceCents: Cents, serviceCode: string, available: readonly AvailableIncentive[], at: Instant): WhoPaysWhat {
  let best: WhoPaysWhat = { incentiveCents: 0, creditCents: priceCents };
  const eligible = available
    .filter(({ terms }) => isOpen(terms, at) && terms.eligibleServiceCodes.includes(serviceCode))
    .sort((a, b) => (a.terms.closesAt < b.terms.closesAt ? -1 : 1));
  for (const incentive of eligible) {
    const incentiveCents = incentiveOf(incentive, priceCents);
    if (incentiveCents > best.incentiveCents) best = { incentive, incentiveCents, creditCents: priceCents - incentiveCents };
  }
  return best;
}

/** The shares in the order in which they pay; one of nothing is left out. */
export const sharesOf = ({ incentiveCents, creditCents }: Pick<WhoPaysWhat, 'incentiveCents' | 'creditCents'>): readonly Share[] =>
  [
    { source: 'incentive' as const, amountCents: incentiveCents },
    { source: 'credit' as const, amountCents: creditCents },
  ].filter(({ amountCents }) => amountCents > 0);
