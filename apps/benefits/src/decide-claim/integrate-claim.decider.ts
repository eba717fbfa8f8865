import { claimCommented, claimIntegrated, integrationAsked, type DataOf } from '@salvatempo/contracts';
import { accept, NOTHING, refuse, slice, type Instant } from '@salvatempo/kernel';
import { claimPersonalOf, MAX_INTEGRATIONS, MAX_NOTES, personalOfClaim, withValidator, type Claim, type ClaimNote, type ClaimPersonal } from '../domain/claim';
import type { ClaimFacts } from '../domain/claim-facts';
import { whyNotDecide } from '../domain/who-decides';

export interface AskIntegration {
  readonly validatorId: string;
  /** What is missing; the claim ends with it where nothing comes. */
  readonly code: string;
  readonly answerBy: Instant;
  /** Until when an appeal can be made if nothing comes. */
  readonly appealBy: Instant;
  readonly note?: ClaimNote;
}

/** Asks the claimant for what is missing, until a deadline. */
export const askIntegrationSlice = slice<Claim, AskIntegration>({
  command: 'ask-integration',
  decide({ validatorId, code, answerBy, appealBy, note }, state, { id, personal }) {
    const refusal = whyNotDecide(state, validatorId);
    if (refusal !== undefined) return refuse(refusal);
    if (state.integrations >= MAX_INTEGRATIONS) return refuse('claim-integrations-used-up');
    const kept = personalOfClaim({ ...withNote(claimPersonalOf(personal), note), code });
    return { ...accept(integrationAsked.of({ claimId: id, validatorId, answerBy, ...(state.appealed ? {} : { appealBy }) })), personal: kept };
  },
  evolve: {
    [integrationAsked.type]: ({ proposal: _, ...state }: Claim, { validatorId, answerBy, appealBy }: DataOf<typeof integrationAsked>): Claim => ({
      ...state,
      ...(appealBy === undefined ? {} : { appealBy }),
      status: 'integration',
      dueAt: answerBy,
      integrations: state.integrations + 1,
      validatorIds: withValidator(state, validatorId),
    }),
  },
});

export interface IntegrateClaim {
  /** What is mended of the facts; the document itself and the amounts stay. */
  readonly mended: Partial<Pick<ClaimFacts, 'payment' | 'hasCertificate'>>;
  readonly documentIds: readonly string[];
  readonly note?: ClaimNote;
  readonly decideBy: Instant;
}

/** Gives what was asked for: validators have the claim before them again. */
export const integrateClaimSlice = slice<Claim, IntegrateClaim>({
  command: 'integrate-claim',
  decide({ mended, documentIds, note, decideBy }, { status, dueAt }, { id, at, personal }) {
    if (status === 'absent') return refuse('claim-not-found');
    if (status !== 'integration') return refuse('claim-nothing-asked');
    if (dueAt !== undefined && at > dueAt) return refuse('claim-integration-late');
    const { code: _, ...before } = withNote(claimPersonalOf(personal), note);
    const kept = personalOfClaim({ ...before, facts: { ...before.facts, ...mended } });
    return { ...accept(claimIntegrated.of({ claimId: id, decideBy, documentIds: [...documentIds] })), personal: kept };
  },
  evolve: {
    [claimIntegrated.type]: (state: Claim, { decideBy, documentIds }: DataOf<typeof claimIntegrated>): Claim => ({
      ...state,
      status: 'open',
      dueAt: decideBy,
      documentIds: [...state.documentIds, ...documentIds],
    }),
  },
});

export interface CommentClaim {
  readonly note: ClaimNote;
}

/** Writes something beside a claim. A comment decides nothing: the state stays as it is, and the event tells that there is one. */
export const commentClaimSlice = slice<Claim, CommentClaim>({
  command: 'comment-claim',
  decide({ note }, { status }, { id, personal }) {
    if (status === 'absent') return refuse('claim-not-found');
    const before = claimPersonalOf(personal);
    if (before.notes.some(({ noteId }) => noteId === note.noteId)) return NOTHING;
    if (before.notes.length >= MAX_NOTES) return refuse('claim-too-many-notes');
    return { ...accept(claimCommented.of({ claimId: id })), personal: personalOfClaim(withNote(before, note)) };
  },
});

const withNote = (personal: ClaimPersonal, note: ClaimNote | undefined): ClaimPersonal => (note === undefined ? personal : { ...personal, notes: [...personal.notes, note].slice(0, MAX_NOTES) });
