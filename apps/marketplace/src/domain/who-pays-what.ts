import type { CallTerms, Share } from '@salvatempo/contracts';
import { shareOf, type Cents, type Instant, type Minutes } from '@salvatempo/kernel';

/** One allotment that could pay, with what is left of it and of the person's cap. */
export interface AvailableIncentive {
  readonly allotmentId: string;
  readonly callId: string;
  readonly terms: CallTerms;
  readonly allotmentFreeCents: Cents;
  readonly personUsedCents: Cents;
  /** Belfiore code of the firm's seat, where it is known. */
  readonly municipality?: string;
}

export interface WhoPaysWhat {
  readonly incentive?: AvailableIncentive;
  readonly incentiveCents: Cents;
  readonly creditCents: Cents;
}

const isOpen = (terms: CallTerms, at: Instant): boolean => terms.opensAt <= at && at < terms.closesAt;

/**
 * What one allotment gives towards a price: the call's percentage of what is eligible of it, within the cap of an order and
 * what the firm and the person have left; nothing below the call's least spending.
 */
export function incentiveOf({ terms, allotmentFreeCents, personUsedCents }: AvailableIncentive, priceCents: Cents): Cents {
  if (priceCents < (terms.minSpendCents ?? 0)) return 0;
  const personLeftCents = Math.max(0, terms.personCapCents - personUsedCents);
  const shareCents = shareOf(eligibleOf(priceCents, terms), terms.incentiveBasisPoints);
  return Math.min(shareCents, terms.orderCapCents ?? shareCents, allotmentFreeCents, personLeftCents);
}

/** The part of a price that the call may pay for: all of it, or what is left without VAT, rounded half up to the cent. */
function eligibleOf(priceCents: Cents, { excludedVatBasisPoints: vat }: CallTerms): Cents {
  if (vat === undefined) return priceCents;
  const whole = 10_000n + BigInt(vat);
  return Number((BigInt(priceCents) * 20_000n + whole) / (2n * whole));
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

/** A share, with the minutes that pay it where hours do. */
export interface PaidShare extends Share {
  readonly minutes?: Minutes;
}

/** The shares in the order in which they pay; one of nothing is left out. */
export const sharesOf = ({ incentiveCents, creditCents, creditMinutes }: Pick<WhoPaysWhat, 'incentiveCents' | 'creditCents'> & { readonly creditMinutes?: Minutes | undefined }): readonly PaidShare[] =>
  [
    { source: 'incentive' as const, amountCents: incentiveCents },
    { source: 'credit' as const, amountCents: creditCents, ...(creditMinutes !== undefined && { minutes: creditMinutes }) },
  ].filter(({ amountCents }) => amountCents > 0);

/** One payer's part of what the owner of a firm buys for themself. */
export interface OwnShare {
  readonly source: 'incentive' | 'own';
  readonly amountCents: Cents;
}

/** As `sharesOf`, for an owner: they have no welfare account, so that what the incentive doesn't pay is theirs to transfer. */
export const ownSharesOf = (priceCents: Cents, incentiveCents: Cents): readonly OwnShare[] =>
  [
    { source: 'incentive' as const, amountCents: incentiveCents },
    { source: 'own' as const, amountCents: priceCents - incentiveCents },
  ].filter(({ amountCents }) => amountCents > 0);
