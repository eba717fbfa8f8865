import { claimAppealed, claimRejected, type DataOf } from '@salvatempo/contracts';
import { accept, NOTHING, PASS_DEADLINE, refuse, slice, type Instant } from '@salvatempo/kernel';
import { claimPersonalOf, MAX_NOTES, personalOfClaim, withValidator, type Claim, type ClaimNote } from '../domain/claim';
import { whyNotDecide } from '../domain/who-decides';

export interface RejectClaim {
  readonly validatorId: string;
  /** Of docs/rules/claim-refusals.json. */
  readonly code: string;
  readonly appealBy: Instant;
}

/** Refuses a claim, or on appeal the rest of it, with a code that says what to do. */
export const rejectClaimSlice = slice<Claim, RejectClaim>({
  command: 'reject-claim',
  decide({ validatorId, code, appealBy }, state, { id, personal }) {
    const refusal = whyNotDecide(state, validatorId);
    if (refusal !== undefined) return refuse(refusal);
    const rejected = { claimId: id, validatorId, approvedCents: state.approvedCents, ...(state.appealed ? {} : { appealBy }) };
    return { ...accept(claimRejected.of(rejected)), personal: personalOfClaim({ ...claimPersonalOf(personal), code }) };
  },
  evolve: {
    [claimRejected.type]: ({ proposal: _, dueAt: __, ...state }: Claim, { validatorId, approvedCents, appealBy }: DataOf<typeof claimRejected>): Claim => ({
      ...state,
      status: approvedCents > 0 ? 'approved' : 'rejected',
      heldCents: 0,
      validatorIds: validatorId === undefined ? state.validatorIds : withValidator(state, validatorId),
      ...(appealBy === undefined ? {} : { dueAt: appealBy }),
    }),
  },
});

/** What was asked for didn't come in time: the claim ends with the code that it was asked with. */
export const expireIntegrationSlice = slice<Claim, { readonly deadlineAt: Instant }>({
  command: PASS_DEADLINE,
  decide(_, { status, dueAt, approvedCents, appealBy }, { id, at }) {
    if (status !== 'integration' || dueAt === undefined || at < dueAt) return NOTHING;
    return accept(claimRejected.of({ claimId: id, approvedCents, ...(appealBy === undefined ? {} : { appealBy }) }));
  },
});

export interface AppealClaim {
  readonly note: ClaimNote;
}

/** Asks, once, that somebody else decide again; all of what was asked is held anew, as far as there is credit. */
export const appealClaimSlice = slice<Claim, AppealClaim>({
  command: 'appeal-claim',
  decide({ note }, state, { id, at, personal }) {
    if (state.status === 'absent') return refuse('claim-not-found');
    if (state.appealed) return refuse('claim-appealed-already');
    if (state.validatorIds.length === 0 || !isRefused(state)) return refuse('claim-not-appealable');
    if (state.dueAt !== undefined && at > state.dueAt) return refuse('claim-appeal-late');
    const before = claimPersonalOf(personal);
    return { ...accept(claimAppealed.of({ claimId: id })), personal: personalOfClaim({ ...before, notes: [...before.notes, note].slice(0, MAX_NOTES) }) };
  },
  evolve: {
    [claimAppealed.type]: ({ dueAt: _, ...state }: Claim): Claim => ({ ...state, status: 'checking', appealed: true, excludedIds: state.validatorIds, validatorIds: [] }),
  },
});

const isRefused = ({ status, askedCents, approvedCents }: Claim): boolean => status === 'rejected' || (status === 'approved' && approvedCents < askedCents);
