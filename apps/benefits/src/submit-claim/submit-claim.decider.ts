import { claimOpened, claimRejected, claimSubmitted, type DataOf } from '@salvatempo/contracts';
import { accept, NOTHING, slice, type Cents, type Instant } from '@salvatempo/kernel';
import { claimPersonalOf, personalOfClaim, type Claim, type ClaimPersonal } from '../domain/claim';

export interface SubmitClaim extends Omit<DataOf<typeof claimSubmitted>, 'claimId' | 'askedCents'> {
  readonly personal: ClaimPersonal;
}

/** Takes a claim in; what it is about stays beside the state, and the event tells the amount alone. */
export const submitClaimSlice = slice<Claim, SubmitClaim>({
  command: 'submit-claim',
  decide({ personal, ...terms }, { status }, { id }) {
    if (status !== 'absent') return NOTHING;
    return { ...accept(claimSubmitted.of({ ...terms, claimId: id, askedCents: personal.facts.askedCents })), personal: personalOfClaim(personal) };
  },
  evolve: {
    [claimSubmitted.type]: (state: Claim, submitted: DataOf<typeof claimSubmitted>): Claim => ({ ...state, ...submitted, status: 'checking' }),
  },
});

export interface NoteChecks {
  readonly heldCents: Cents;
  /** A code of docs/rules/claim-refusals.json where the claim can't go on. */
  readonly code?: string;
  readonly decideBy: Instant;
}

/** What came of the checks that need other documents: validators have it before them now, or it ends here. */
export const noteChecksSlice = slice<Claim, NoteChecks>({
  command: 'note-checks',
  decide({ heldCents, code, decideBy }, state, { id, personal }) {
    if (state.status !== 'checking') return NOTHING;
    if (code === undefined) return accept(claimOpened.of({ claimId: id, heldCents, decideBy }));
    const kept = personalOfClaim({ ...claimPersonalOf(personal), code });
    return { ...accept(claimRejected.of({ claimId: id, approvedCents: state.approvedCents })), personal: kept };
  },
  evolve: {
    [claimOpened.type]: (state: Claim, { heldCents, decideBy }: DataOf<typeof claimOpened>): Claim => ({ ...state, status: 'open', heldCents, dueAt: decideBy }),
  },
});
