import { claimCreditReturned, type DataOf } from '@salvatempo/contracts';
import { accept, NOTHING, slice, type Cents, type Instant } from '@salvatempo/kernel';
import { countThreshold, THRESHOLD_LETTER, type Account } from '../domain/account';

export interface ReturnClaimCredit {
  readonly claimId: string;
  readonly amountCents: Cents;
  /** In no event of the claim's. */
  readonly letter: string;
  readonly taxYear: number;
  /** Until when it can be spent at least. */
  readonly validUntil: Instant;
}

/**
 * Credit that paid for a claim which a second look found wrong counts for the threshold no more, and is credit again: as a lot of its own, since
 * the lots that paid may be closed, and by a run, since its cover was given back when it paid (ADR 0290). It lives as long as the other credit of
 * its letter, and some days at least.
 */
export const returnClaimCreditSlice = slice<Account, ReturnClaimCredit>({
  command: 'return-claim-credit',
  decide({ claimId, amountCents, letter, taxYear, validUntil: least }, state, { id }) {
    if (amountCents === 0) return NOTHING;
    const validUntil = [least, ...state.lots.filter((lot) => lot.letter === letter).map((lot) => lot.validUntil)].sort().at(-1)!;
    return accept(claimCreditReturned.of({ accountId: id, claimId, amountCents, countsForThreshold: letter === THRESHOLD_LETTER, taxYear, validUntil }));
  },
  evolve: {
    [claimCreditReturned.type]: (state: Account, { amountCents, countsForThreshold, taxYear }: DataOf<typeof claimCreditReturned>): Account =>
      countsForThreshold ? { ...state, threshold: countThreshold(state, { letter: THRESHOLD_LETTER, taxYear }, 0, -amountCents) } : state,
  },
});
