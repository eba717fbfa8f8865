import { applicationDraftEnded, applicationDraftSaved } from '@salvatempo/contracts';
import { derivedId, PASS_DEADLINE } from '@salvatempo/kernel';
import { given } from '@salvatempo/testing';
import { applicationDraft, applicationsEndAt, draftIdOf, type Typed } from '../domain/application-draft';
import { expireDraftSlice, giveUpDraftSlice, submitDraftSlice } from './end-draft.decider';
import { saveDraftSlice } from './save-draft.decider';

const aDraft = { ...applicationDraft, slices: [saveDraftSlice, giveUpDraftSlice, submitDraftSlice, expireDraftSlice] };
const [callId, firmId, by] = [derivedId('cal', 'spec'), derivedId('com', 'spec'), derivedId('per', 'spec')];
const draftId = draftIdOf(callId, firmId);
const [endsAt, keptUntil] = ['2026-10-01T00:00:00.000Z', '2026-10-31T00:00:00.000Z'];
const at = '2026-09-10T10:00:00.000Z';
const save = (basedOn: number, typed: Typed = {}) => ({ type: 'save-draft', data: { callId, firmId, by, basedOn, typed, applicationsEndAt: endsAt } });
const saved = (edition: number, savedAt = at) => applicationDraftSaved.of({ draftId, callId, firmId, edition, savedAt, keptUntil, by });
const giveUp = { type: 'give-up-draft', data: { by } };
const ended = (edition: number, how: 'given-up' | 'submitted' | 'expired') => applicationDraftEnded.of({ draftId, callId, firmId, edition, how, ...(how === 'given-up' && { by }) });

describe('a draft of an application', () => {
  it('keeps what was typed beside the state and in no event, whatever is missing or unfinished', () => {
    given(aDraft).when(save(0, { memberships: 'rete-lo' }), { id: draftId, at }).then({ events: [saved(1)], commands: [], personal: { typed: { memberships: 'rete-lo' } } });
    given(aDraft, [saved(1)]).when(save(1, {}), { id: draftId, at }).then({ events: [saved(2)], commands: [], personal: { typed: {} } });
  });

  it('is never written over by a page that shows an older edition, not even after it was given up', () => {
    given(aDraft, [saved(1), saved(2)]).when(save(1), { id: draftId, at }).then({ code: 'draft-changed' });
    given(aDraft, [saved(1)]).when(save(0), { id: draftId, at }).then({ code: 'draft-changed' });
    given(aDraft, [saved(1), ended(2, 'given-up')]).when(save(1), { id: draftId, at }).then({ code: 'draft-changed' });
    given(aDraft, [saved(1), ended(2, 'given-up')]).when(save(2), { id: draftId, at }).then([saved(3)]);
  });

  it('is taken before the call opens and up to its last instant for applications, and not after', () => {
    given(aDraft).when(save(0), { id: draftId, at: '2026-09-30T23:59:59.999Z' }).then([saved(1, '2026-09-30T23:59:59.999Z')]);
    given(aDraft, [saved(1)]).when(save(1), { id: draftId, at: endsAt }).then({ code: 'applications-closed' });
    expect(applicationsEndAt({ closesAt: endsAt })).toBe(endsAt);
  });

  it('is given up by the firm at any time, with all that was typed', () => {
    given(aDraft, [saved(1)]).when(giveUp, { id: draftId, at: '2026-10-05T00:00:00.000Z' }).then({ events: [ended(2, 'given-up')], commands: [], personal: { typed: {} } });
    given(aDraft).when(giveUp, { id: draftId }).then({ code: 'draft-not-found' });
    given(aDraft, [saved(1), ended(2, 'given-up')]).when(giveUp, { id: draftId }).then({ code: 'draft-not-found' });
  });

  it('becomes the application, and of a firm that applied without one there is nothing to end', () => {
    const submit = { type: 'submit-draft', data: {} };
    given(aDraft, [saved(1)]).when(submit, { id: draftId }).then({ events: [ended(2, 'submitted')], commands: [], personal: { typed: {} } });
    given(aDraft).when(submit, { id: draftId }).then([]);
  });

  it('is forgotten thirty days after the call took no more applications, and not before', () => {
    const pass = { type: PASS_DEADLINE, data: { deadlineAt: keptUntil } };
    expect(applicationDraft.deadline(given(aDraft, [saved(1)]).state)).toBe(keptUntil);
    expect(applicationDraft.deadline(given(aDraft, [saved(1), ended(2, 'expired')]).state)).toBeUndefined();
    given(aDraft, [saved(1)]).when(pass, { id: draftId, at: '2026-10-30T23:59:59.999Z' }).then([]);
    given(aDraft, [saved(1)]).when(pass, { id: draftId, at: keptUntil }).then({ events: [ended(2, 'expired')], commands: [], personal: { typed: {} } });
  });
});
