import type { Aggregate, Command, DomainEvent } from '@salvatempo/kernel';
import { given } from '@salvatempo/testing';
import { factsOf } from '../claim-rules/claim.fixture';
import { approveClaimSlice, noteReimbursementSlice } from '../decide-claim/approve-claim.decider';
import { askIntegrationSlice, commentClaimSlice, integrateClaimSlice } from '../decide-claim/integrate-claim.decider';
import { appealClaimSlice, expireIntegrationSlice, rejectClaimSlice } from '../decide-claim/reject-claim.decider';
import { noteChecksSlice, submitClaimSlice } from '../submit-claim/submit-claim.decider';
import { confirmReviewSlice, correctReviewSlice } from '../review-claim/review-claim.decider';
import { withdrawClaimSlice } from '../withdraw-claim/withdraw-claim.decider';
import { claim, personalOfClaim, type Claim } from './claim';

/** The aggregate as the module composes it, for specs. */
export const claims: Aggregate<Claim> = {
  ...claim,
  slices: [submitClaimSlice, noteChecksSlice, approveClaimSlice, noteReimbursementSlice, askIntegrationSlice, integrateClaimSlice, commentClaimSlice, rejectClaimSlice, expireIntegrationSlice, appealClaimSlice, withdrawClaimSlice, confirmReviewSlice, correctReviewSlice],
};

export const CLAIM = 'clm_00000000000000000000000000';
export const LATER = '2026-09-20T08:00:00.000Z';
export const PERSONAL = personalOfClaim({ facts: factsOf({ askedCents: 45_000 }), claimedOn: '2026-09-01', letter: 'f-bis', useIds: [], notes: [] });
const note = (noteId: string, text = 'testo') => ({ noteId, by: 'validator' as const, at: '2026-09-01T08:00:00.000Z', text });

const submitted = { accountId: 'acc_1', firmId: 'fir_1', personId: 'per_claimant', taxYear: 2026, documentIds: [] };
export const submit: Command = { type: 'submit-claim', data: { ...submitted, personal: PERSONAL } };
export const checks = (more: object = {}): Command => ({ type: 'note-checks', data: { heldCents: 45_000, decideBy: LATER, ...more } });
export const approve = (validatorId: string, approvedCents: number, code?: string): Command => ({
  type: 'approve-claim',
  data: { validatorId, approvedCents, ...(code === undefined ? {} : { code }), twoPersonsFromCents: 100_000, appealBy: LATER },
});
export const reject = (validatorId: string, code = 'wrong-category'): Command => ({ type: 'reject-claim', data: { validatorId, code, appealBy: LATER } });
export const ask = (validatorId: string): Command => ({ type: 'ask-integration', data: { validatorId, code: 'no-payment-proof', answerBy: '2026-09-11T21:59:59.999Z', appealBy: LATER } });
export const integrate: Command = { type: 'integrate-claim', data: { mended: { hasCertificate: true }, documentIds: [], decideBy: LATER } };
export const withdraw: Command = { type: 'withdraw-claim', data: {} };
export const appeal: Command = { type: 'appeal-claim', data: { note: note('not_a') } };
export const comment = (noteId: string): Command => ({ type: 'comment-claim', data: { note: note(noteId) } });
export const reimburse = (amountCents: number): Command => ({ type: 'note-reimbursement', data: { amountCents } });

/** What became of commands one after the other, each decided on the last state; a refusal is its code. */
export function story(...commands: readonly Command[]): { readonly state: Claim; readonly personal: Readonly<Record<string, unknown>> | undefined; readonly events: readonly DomainEvent[]; readonly refused: readonly string[] } {
  let state = claim.initial;
  let personal: ReturnType<typeof personalOfClaim> | undefined;
  const [events, refused]: [DomainEvent[], string[]] = [[], []];
  for (const command of commands) {
    const decided = given({ ...claims, initial: state }).when(command, { id: CLAIM, ...(personal && { personal }) });
    if (!decided.decision.ok) refused.push(decided.decision.refusal.code);
    else {
      events.push(...decided.decision.events);
      personal = decided.decision.personal ?? personal;
    }
    state = decided.state;
  }
  return { state, personal, events, refused };
}
