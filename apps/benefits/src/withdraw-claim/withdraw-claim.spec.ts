import { claimDocumentDetached, claimWithdrawn } from '@salvatempo/contracts';
import { PASS_DEADLINE } from '@salvatempo/kernel';
import { given } from '@salvatempo/testing';
import { appeal, approve, ask, checks, CLAIM, integrate, reimburse, reject, story, submit, withdraw } from '../domain/claim.fixture';
import { claimDocument, type ClaimDocument } from '../domain/claim-document';
import { dropDocumentSlice } from '../keep-document/keep-document.decider';
import { detachDocumentSlice } from './detach-document.decider';

const open = [submit, checks()];

describe('a claim that is withdrawn', () => {
  it.each([
    ['while its credit is checked', [submit]],
    ['while it is before validators', open],
    ['after the first of two approved', [...open, approve('per_a', 45_000)].map((command) => (command.type === 'approve-claim' ? { ...command, data: { ...(command.data as object), twoPersonsFromCents: 1 } } : command))],
    ['while something is asked for', [...open, ask('per_a')]],
  ])('ends %s, holds nothing and has no reason', (_, before) => {
    const { state, personal, events } = story(...before, withdraw);
    expect(state).toMatchObject({ status: 'withdrawn', heldCents: 0, approvedCents: 0 });
    expect([state.dueAt, state.proposal, personal?.['code']]).toEqual([undefined, undefined, undefined]);
    expect(events.at(-1)).toEqual(claimWithdrawn.of({ claimId: CLAIM, approvedCents: 0, appealOnly: false }));
  });

  it('stays so, whatever comes', () => {
    const after = [withdraw, checks(), approve('per_a', 45_000), reject('per_a'), ask('per_a'), integrate, appeal];
    const { state, refused } = story(...open, withdraw, ...after);
    expect(state.status).toBe('withdrawn');
    expect(refused).toEqual(['claim-ended', 'claim-not-open', 'claim-not-open', 'claim-not-open', 'claim-nothing-asked', 'claim-not-appealable']);
  });

  it('was not decided: a decision stays', () => {
    expect(story(withdraw).refused).toEqual(['claim-not-found']);
    expect(story(...open, approve('per_a', 45_000), withdraw).refused).toEqual(['claim-ended']);
    expect(story(...open, reject('per_a'), withdraw).refused).toEqual(['claim-ended']);
  });

  it('on appeal is decided as it was before, for good', () => {
    const inPart = story(...open, approve('per_a', 17_727, 'already-aided'), reimburse(17_727), appeal, checks({ heldCents: 27_273 }), withdraw, appeal);
    expect([inPart.state.status, inPart.state.approvedCents, inPart.refused]).toEqual(['approved', 17_727, ['claim-appealed-already']]);
    const refused = story(...open, reject('per_a'), appeal, withdraw);
    expect([refused.state.status, refused.personal?.['code']]).toEqual(['rejected', 'wrong-category']);
  });
});

describe('its file', () => {
  const documents = { ...claimDocument, slices: [detachDocumentSlice, dropDocumentSlice] };
  const attached: ClaimDocument = { status: 'attached', personId: 'per_1', kind: 'pdf', claimId: 'clm_1' };
  const keptUntil = '2026-10-15T08:00:00.000Z';
  const detach = (claimId: string) => ({ type: 'detach-document', data: { claimId, keptUntil } });

  it('is free again, and goes in time like any that no claim has', () => {
    const freed = given({ ...documents, initial: attached }).when(detach('clm_1'));
    freed.then([claimDocumentDetached.of({ documentId: 'cdo_00000000000000000000000000', claimId: 'clm_1', keptUntil })]);
    expect(freed.state).toEqual({ status: 'stored', personId: 'per_1', kind: 'pdf', keptUntil });
    given({ ...documents, initial: freed.state }).when(detach('clm_1')).then([]);
    given({ ...documents, initial: freed.state }).when({ type: PASS_DEADLINE, data: {} }, { at: keptUntil }).thenState({ status: 'dropped' });
  });

  it('stays with another claim that has it', () => {
    given({ ...documents, initial: attached }).when(detach('clm_2')).then([]);
  });
});
