import { claimRecovered, claimReviewConfirmed, claimReviewDrawn, claimReviewFoundWrong, type DataOf } from '@salvatempo/contracts';
import { accept, refuse, romeDate, slice, type Cents, type Instant } from '@salvatempo/kernel';
import { claimPersonalOf, personalOfClaim, withValidator, type Claim } from '../domain/claim';

export interface ConfirmReview {
  readonly validatorId: string;
}

/** Why somebody may not say what came of a second look, as a problem's code. */
function whyNotReview({ status, personId, review, validatorIds, excludedIds }: Claim, validatorId: string): string | undefined {
  if (status === 'absent') return 'claim-not-found';
  if (!review || review.outcome !== undefined || status !== 'approved') return 'claim-review-none';
  if (personId === validatorId) return 'claim-own';
  return [...validatorIds, ...excludedIds].includes(validatorId) ? 'claim-other-validator' : undefined;
}

/** The second look found the approval right. */
export const confirmReviewSlice = slice<Claim, ConfirmReview>({
  command: 'confirm-review',
  decide({ validatorId }, state, { id }) {
    const refusal = whyNotReview(state, validatorId);
    return refusal === undefined ? accept(claimReviewConfirmed.of({ claimId: id, validatorId })) : refuse(refusal);
  },
  evolve: {
    [claimReviewDrawn.type]: (state: Claim, { reviewBy }: DataOf<typeof claimReviewDrawn>): Claim => ({ ...state, review: { reviewBy } }),
    [claimReviewConfirmed.type]: (state: Claim): Claim => ({ ...state, review: { ...state.review!, outcome: 'confirmed' } }),
  },
});

export interface CorrectReview extends ConfirmReview {
  /** What should have been approved of all that was asked, in euro cents; less than was, and 0 for nothing. */
  readonly approvedCents: Cents;
  /** Why; a code of docs/rules/claim-refusals.json. */
  readonly code: string;
  readonly appealBy: Instant;
}

/**
 * The second look found the approval wrong: less is approved, and what was paid above it comes back with the payroll. It can be appealed
 * where there was no appeal yet. Only of what is paid whole, so that nothing more is on its way (ADR 0281).
 */
export const correctReviewSlice = slice<Claim, CorrectReview>({
  command: 'correct-review',
  decide({ validatorId, approvedCents, code, appealBy }, state, { id, at, personal }) {
    const refusal = whyNotReview(state, validatorId);
    if (refusal !== undefined) return refuse(refusal);
    if (state.reimbursedCents < state.approvedCents) return refuse('claim-review-early');
    if (approvedCents >= state.approvedCents) return refuse('claim-amount');
    const { firmId, personId, taxYear } = state;
    const wrong = claimReviewFoundWrong.of({ claimId: id, validatorId, approvedCents, ...(state.appealed ? {} : { appealBy }) });
    const amountCents = state.reimbursedCents - approvedCents;
    const recovered = claimRecovered.of({ claimId: id, firmId, personId, amountCents, reimbursedCents: approvedCents, taxYear, month: monthOfRecovery(state.paidIn, romeDate(at)) });
    return { ...accept(wrong, recovered), personal: personalOfClaim({ ...claimPersonalOf(personal), code }) };
  },
  evolve: {
    [claimReviewFoundWrong.type]: ({ dueAt: _, ...state }: Claim, { validatorId, approvedCents, appealBy }: DataOf<typeof claimReviewFoundWrong>): Claim => ({
      ...state,
      status: approvedCents > 0 ? 'approved' : 'rejected',
      approvedCents,
      validatorIds: withValidator(state, validatorId),
      review: { ...state.review!, outcome: 'wrong' },
      ...(appealBy === undefined ? {} : { dueAt: appealBy }),
    }),
    [claimRecovered.type]: (state: Claim, { reimbursedCents }: DataOf<typeof claimRecovered>): Claim => ({ ...state, reimbursedCents }),
  },
});

/** Months back in which the next closing finds a correction for certain (ADR 0264: it looks back three closings). */
const FOUND_BACK = 2;

/** The month that it was paid in, so that it nets out there or is a correction of it; this month where that is too long ago. */
function monthOfRecovery(paidIn: string | undefined, today: string): string {
  const ofMonth = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
  const thisMonth = today.slice(0, 'YYYY-MM'.length);
  return paidIn !== undefined && ofMonth(thisMonth) - ofMonth(paidIn) <= FOUND_BACK ? paidIn : thisMonth;
}
