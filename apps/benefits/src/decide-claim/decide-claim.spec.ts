import { claimCommented } from '@salvatempo/contracts';
import { PASS_DEADLINE } from '@salvatempo/kernel';
import { given } from '@salvatempo/testing';
import fc from 'fast-check';
import { appeal, approve, ask, checks, CLAIM, claims, comment, integrate, reimburse, reject, story, submit } from '../domain/claim.fixture';

const open = [submit, checks()];

describe('a claim', () => {
  it('is before validators once its credit is held, with a date by which they decide', () => {
    expect(story(submit).state.status).toBe('checking');
    expect(story(...open).state).toMatchObject({ status: 'open', askedCents: 45_000, heldCents: 45_000, dueAt: '2026-09-20T08:00:00.000Z' });
  });

  it('ends at once where a check says no, with the reason beside the state and in no event', () => {
    const { state, personal, events } = story(submit, checks({ heldCents: 0, code: 'insufficient-credit' }));
    expect([state.status, personal?.['code']]).toEqual(['rejected', 'insufficient-credit']);
    expect(JSON.stringify(events)).not.toMatch(/insufficient|nido|Carillon|f-bis|birth/);
  });

  it('tells in no event what it is for, whatever happens to it', () => {
    const { events } = story(...open, ask('per_a'), integrate, comment('not_1'), approve('per_a', 40_000, 'already-aided'), reimburse(40_000), appeal, checks(), reject('per_b', 'cert-missing'));
    expect(events.length).toBeGreaterThan(8);
    expect(JSON.stringify(events)).not.toMatch(/nido|Carillon|f-bis|cert|aided|payment|child|retta/i);
  });
});

describe('a decision', () => {
  it('approves the whole, or a part with its reason, and nothing else', () => {
    expect(story(...open, approve('per_a', 45_000)).state).toMatchObject({ status: 'approved', approvedCents: 45_000, heldCents: 0 });
    expect(story(...open, approve('per_a', 17_727, 'already-aided')).state).toMatchObject({ status: 'approved', approvedCents: 17_727 });
    expect(story(...open, approve('per_a', 45_001), approve('per_a', 0, 'duplicate'), approve('per_a', 40_000), approve('per_a', 45_000, 'duplicate')).refused).toEqual(['claim-amount', 'claim-amount', 'claim-code', 'claim-code']);
  });

  it('is nobody’s about their own claim, and never made twice', () => {
    expect(story(...open, approve('per_claimant', 45_000), reject('per_claimant'), ask('per_claimant')).refused).toEqual(['claim-own', 'claim-own', 'claim-own']);
    expect(story(...open, approve('per_a', 45_000), approve('per_b', 45_000), reject('per_b')).refused).toEqual(['claim-not-open', 'claim-not-open']);
  });

  it('is never made by a comment, whatever it says', () => {
    const before = story(...open);
    const after = story(...open, comment('not_1'), comment('not_1'), comment('not_2'));
    expect(after.state).toEqual(before.state);
    expect(after.events.slice(before.events.length)).toEqual([claimCommented.of({ claimId: CLAIM }), claimCommented.of({ claimId: CLAIM })]);
    expect(after.personal?.['notes']).toHaveLength(2);
  });

  it('takes two people from an amount on, who agree on the figure', () => {
    const data = { validatorId: 'per_a', approvedCents: 45_000, twoPersonsFromCents: 45_000, appealBy: '2026-09-20T08:00:00.000Z' };
    const by = (validatorId: string, approvedCents = 45_000, code?: string) => ({ type: 'approve-claim', data: { ...data, validatorId, approvedCents, ...(code && { code }) } });
    expect(story(...open, by('per_a')).state).toMatchObject({ status: 'second', approvedCents: 0, proposal: { validatorId: 'per_a', approvedCents: 45_000 } });
    expect(story(...open, by('per_a'), by('per_a')).refused).toEqual(['claim-second-validator']);
    expect(story(...open, by('per_a'), by('per_b')).state).toMatchObject({ status: 'approved', approvedCents: 45_000 });
    expect(story(...open, by('per_a'), by('per_b', 44_999, 'already-aided')).state).toMatchObject({ status: 'approved', approvedCents: 44_999 });
    expect(story(...open, by('per_a'), reject('per_b')).state.status).toBe('rejected');
  });
});

describe('what is asked for', () => {
  const until = '2026-09-11T21:59:59.999Z';

  it('comes within ten days, and the claim goes on with it', () => {
    const { state, personal } = story(...open, ask('per_a'));
    expect([state.status, state.dueAt, claims.deadline!(state), personal?.['code']]).toEqual(['integration', until, until, 'no-payment-proof']);
    const answered = story(...open, ask('per_a'), integrate);
    expect([answered.state.status, answered.personal?.['code'], (answered.personal?.['facts'] as { hasCertificate: boolean }).hasCertificate]).toEqual(['open', undefined, true]);
    expect(claims.deadline!(answered.state)).toBeUndefined();
  });

  it('ends the claim where it doesn’t come, with an appeal still to be had', () => {
    const { state } = story(...open, ask('per_a'));
    const pass = { type: PASS_DEADLINE, data: { deadlineAt: until } };
    const waiting = given({ ...claims, initial: state });
    waiting.when(pass, { id: CLAIM, at: '2026-09-11T21:59:59.998Z' }).then([]);
    waiting.when(pass, { id: CLAIM, at: until }).thenState({ status: 'rejected', dueAt: '2026-09-20T08:00:00.000Z' });
    waiting.when(integrate, { id: CLAIM, at: '2026-09-12T00:00:00.000Z' }).then({ code: 'claim-integration-late' });
  });

  it('can be asked for three times, and answered only where it was', () => {
    const round = [ask('per_a'), integrate];
    expect(story(...open, ...round, ...round, ...round, ask('per_a'), integrate).refused).toEqual(['claim-integrations-used-up', 'claim-nothing-asked']);
  });
});

describe('an appeal', () => {
  it('is decided by somebody else, and is the only one', () => {
    const appealed = [...open, ask('per_b'), integrate, reject('per_a'), appeal, checks()];
    expect(story(...appealed).state).toMatchObject({ status: 'open', appealed: true, excludedIds: ['per_b', 'per_a'] });
    expect(story(...appealed, approve('per_a', 45_000), approve('per_b', 45_000), reject('per_a')).refused).toEqual(['claim-other-validator', 'claim-other-validator', 'claim-other-validator']);
    const { state, refused } = story(...appealed, reject('per_c'), appeal);
    expect([state.status, refused]).toEqual(['rejected', ['claim-appealed-already']]);
  });

  it('of an approval in part is about the rest, and takes nothing back', () => {
    const inPart = [...open, approve('per_a', 17_727, 'already-aided'), reimburse(17_727), appeal, checks({ heldCents: 27_273 })];
    expect(story(...inPart, approve('per_b', 17_727, 'already-aided')).refused).toEqual(['claim-amount']);
    expect(story(...inPart, reject('per_b')).state).toMatchObject({ status: 'approved', approvedCents: 17_727 });
    const whole = story(...inPart, approve('per_b', 45_000));
    expect(whole.state).toMatchObject({ status: 'approved', approvedCents: 45_000, reimbursedCents: 17_727 });
    expect(whole.events.at(-1)?.data).toMatchObject({ addedCents: 27_273 });
  });

  it('is made in time, and of a decision that somebody took', () => {
    const { state, personal } = story(...open, reject('per_a'));
    given({ ...claims, initial: state }).when(appeal, { id: CLAIM, at: '2026-09-20T08:00:00.001Z', personal: personal as never }).then({ code: 'claim-appeal-late' });
    expect(story(submit, checks({ code: 'duplicate' }), appeal).refused).toEqual(['claim-not-appealable']);
    expect(story(...open, approve('per_a', 45_000), appeal).refused).toEqual(['claim-not-appealable']);
  });
});

it('keeps asked >= approved >= reimbursed, whatever the order (property)', () => {
  const who = fc.constantFrom('per_a', 'per_b', 'per_claimant');
  const cents = fc.integer({ min: 0, max: 46_000 });
  const command = fc.oneof(
    fc.tuple(who, cents).map(([id, amount]) => approve(id, amount, amount < 45_000 ? 'already-aided' : undefined)),
    who.map((id) => reject(id)),
    who.map(ask),
    fc.constantFrom(integrate, appeal, checks(), comment('not_1')),
  );
  fc.assert(
    fc.property(fc.array(command, { maxLength: 25 }), fc.integer({ min: 0, max: 45_000 }), (commands, paid) => {
      const { state } = story(...open, ...commands);
      const { state: after } = given({ ...claims, initial: state }).when(reimburse(Math.min(paid, state.approvedCents)), { id: CLAIM });
      expect([after.askedCents >= after.approvedCents, after.approvedCents >= after.reimbursedCents]).toEqual([true, true]);
    }),
    { numRuns: 500 },
  );
});
