import { claimCreditReturned, creditAdded, type DataOf } from '@salvatempo/contracts';
import { accept, derivedId, NOTHING, refuse, slice, type Cents, type Instant } from '@salvatempo/kernel';
import { countThreshold, figuresOf, MAX_LOTS, THRESHOLD_LETTER, type Account } from '../domain/account';

export interface ReturnClaimCredit {
  readonly claimId: string;
  readonly amountCents: Cents;
  /** In the new lot's terms alone. */
  readonly letter: string;
  readonly taxYear: number;
  /** Until when it can be spent at least. */
  readonly validUntil: Instant;
}

/**
 * Gives back credit that paid for a claim which a second look found wrong, as a lot of its own, since the lots that paid may be closed. It
 * lives as long as the other credit of its letter, and some days at least; the threshold counts it no more.
 */
export const returnClaimCreditSlice = slice<Account, ReturnClaimCredit>({
  command: 'return-claim-credit',
  decide({ claimId, amountCents, letter, taxYear, validUntil: least }, state, { id, at }) {
    if (amountCents === 0) return NOTHING;
    if (state.lots.length >= MAX_LOTS) return refuse('account-too-many-lots');
    const { firmId, personId } = state;
    const { spendableCents, heldCents } = figuresOf(state, at);
    const validUntil = [least, ...state.lots.filter((lot) => lot.letter === letter).map((lot) => lot.validUntil)].sort().at(-1)!;
    const lot = { amountCents, letter, origin: 'refund' as const, unit: 'EUR' as const, validFrom: at, validUntil };
    const lotId = derivedId('lot', claimId, at);
    return accept(
      claimCreditReturned.of({ accountId: id, claimId, amountCents, countsForThreshold: letter === THRESHOLD_LETTER, taxYear }),
      creditAdded.of({ accountId: id, firmId, personId, lotId, lot, spendableCents: spendableCents + amountCents, heldCents }),
    );
  },
  evolve: {
    [claimCreditReturned.type]: (state: Account, { amountCents, countsForThreshold, taxYear }: DataOf<typeof claimCreditReturned>): Account =>
      countsForThreshold ? { ...state, threshold: countThreshold(state, { letter: THRESHOLD_LETTER, taxYear }, 0, -amountCents) } : state,
  },
});
