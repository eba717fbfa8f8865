import { claimApprovalProposed, claimApproved, claimReimbursed, claimReviewDrawn, type DataOf } from '@salvatempo/contracts';
import { accept, NOTHING, refuse, romeDate, slice, type Cents, type DomainEvent, type Instant } from '@salvatempo/kernel';
import { claimPersonalOf, personalOfClaim, withValidator, type Claim } from '../domain/claim';
import { whyNotDecide } from '../domain/who-decides';

export interface ApproveClaim {
  readonly validatorId: string;
  /** Of all that was asked; with what an earlier decision approved. */
  readonly approvedCents: Cents;
  /** Why not the whole; a code of docs/rules/claim-refusals.json. */
  readonly code?: string;
  /** From this amount on a second validator decides (docs/rules/claim-terms.json). */
  readonly twoPersonsFromCents: Cents;
  /** Until when an approval in part can be appealed. */
  readonly appealBy: Instant;
  /** Where the claim is drawn for a second look if it is approved now: until when that is due. */
  readonly reviewBy?: Instant;
}

/** Approves a claim, whole or in part. From an amount on it takes two: the second agrees with the first's figure, or makes it theirs. */
export const approveClaimSlice = slice<Claim, ApproveClaim>({
  command: 'approve-claim',
  decide({ validatorId, approvedCents, code, twoPersonsFromCents, appealBy, reviewBy }, state, { id, personal }) {
    const refusal = whyNotDecide(state, validatorId);
    if (refusal !== undefined) return refuse(refusal);
    if (approvedCents > state.askedCents || approvedCents <= state.approvedCents) return refuse('claim-amount');
    if ((approvedCents < state.askedCents) !== (code !== undefined)) return refuse('claim-code');
    const agreed = state.proposal?.approvedCents === approvedCents;
    if (approvedCents >= twoPersonsFromCents && !agreed) return kept(claimApprovalProposed.of({ claimId: id, validatorId, approvedCents }));
    return kept(claimApproved.of({ claimId: id, validatorId, approvedCents, addedCents: approvedCents - state.approvedCents, ...(code === undefined || state.appealed ? {} : { appealBy }) }), reviewed());

    // What took two people was looked at twice already.
    function reviewed(): DomainEvent[] {
      return reviewBy === undefined || state.proposal ? [] : [claimReviewDrawn.of({ claimId: id, reviewBy })];
    }
    function kept(event: DomainEvent, more: readonly DomainEvent[] = []) {
      const { code: _, ...before } = claimPersonalOf(personal);
      return { ...accept(event, ...more), personal: personalOfClaim({ ...before, ...(code === undefined ? {} : { code }) }) };
    }
  },
  evolve: {
    [claimApprovalProposed.type]: (state: Claim, { validatorId, approvedCents }: DataOf<typeof claimApprovalProposed>): Claim => ({
      ...state,
      status: 'second',
      proposal: { validatorId, approvedCents },
      validatorIds: withValidator(state, validatorId),
    }),
    [claimApproved.type]: ({ proposal: _, dueAt: __, ...state }: Claim, { validatorId, approvedCents, appealBy }: DataOf<typeof claimApproved>): Claim => ({
      ...state,
      status: 'approved',
      approvedCents,
      heldCents: 0,
      validatorIds: withValidator(state, validatorId),
      ...(appealBy === undefined ? {} : { dueAt: appealBy }),
    }),
  },
});

export interface NoteReimbursement {
  readonly amountCents: Cents;
}

/** Notes what the account paid for it: at once, or later, when credit came. */
export const noteReimbursementSlice = slice<Claim, NoteReimbursement>({
  command: 'note-reimbursement',
  decide({ amountCents }, { firmId, personId, taxYear, approvedCents, reimbursedCents }, { id, at }) {
    if (amountCents === 0) return NOTHING;
    const total = reimbursedCents + amountCents;
    if (total > approvedCents) throw new Error(`${id}: ${total} would be reimbursed of ${approvedCents}`);
    return accept(claimReimbursed.of({ claimId: id, firmId, personId, amountCents, reimbursedCents: total, taxYear, month: romeDate(at).slice(0, 7) }));
  },
  evolve: {
    [claimReimbursed.type]: (state: Claim, { reimbursedCents, month }: DataOf<typeof claimReimbursed>): Claim => ({ ...state, reimbursedCents, paidIn: month }),
  },
});
