import { accessCodeRefused, noticeAddressSet, personRegistered, roleGranted } from '@salvatempo/contracts';
import { given } from '@salvatempo/testing';
import { AT, codeOf, employedBy, FIRM, hasPassword, IN_30_DAYS, OTHER_FIRM, PERSON, persons, registered } from '../domain/person.fixture';

const admit = (firmId: string) => ({ type: 'admit-employee', data: { firmId } });
const wrong = { type: 'set-password', data: { round: 1 } };
const right = { type: 'set-password', data: { round: 1, right: { passwordHash: 'hash' } } };
const refusedAt = (attempts: number, retryAt = '2026-09-01T08:15:00.000Z') => accessCodeRefused.of({ personId: PERSON, attempts, retryAt });
const invited = [registered, employedBy(FIRM), codeOf(1, FIRM)];

describe('an employee', () => {
  it('gets the role and a code of the firm that names them', () => {
    given(persons).when(admit(FIRM)).then([personRegistered.of({ personId: PERSON }), employedBy(FIRM), codeOf(1, FIRM)]);
    given(persons, invited).when(admit(FIRM)).then([]);
  });

  it('keeps the first firm’s code while it is good, and needs none with a password', () => {
    given(persons, invited).when(admit(OTHER_FIRM)).then([employedBy(OTHER_FIRM)]);
    given(persons, invited).when(admit(OTHER_FIRM), { at: IN_30_DAYS }).then([employedBy(OTHER_FIRM), codeOf(2, OTHER_FIRM, 'activation', '2026-10-31T08:00:00.000Z')]);
    given(persons, [...invited, hasPassword]).when(admit(OTHER_FIRM)).then([employedBy(OTHER_FIRM)]);
  });
});

describe('a password by a code', () => {
  it('is set once, and ends the code', () => {
    const set = given(persons, invited).when(right);
    set.then({ events: [hasPassword], personal: { passwordHash: 'hash' } });
    set.thenState({ passwordRound: 1, code: undefined });
    given(persons, [...invited, hasPassword]).when(right).then({ code: 'access-code-refused' });
  });

  it('comes with an address for notices where one is given, and keeps what was known', () => {
    given(persons, invited)
      .when({ type: 'set-password', data: { round: 1, right: { passwordHash: 'hash', email: 'a@b.example' } } }, { personal: { username: 'x' } })
      .then({ events: [hasPassword, noticeAddressSet.of({ personId: PERSON, given: true })], personal: { username: 'x', email: 'a@b.example', passwordHash: 'hash' } });
  });

  it('is not set by an expired code, one that was replaced, or nobody’s', () => {
    given(persons, invited).when(right, { at: IN_30_DAYS }).then({ code: 'access-code-refused' });
    given(persons, [...invited, codeOf(2, FIRM)]).when(right).then([refusedAt(1)]);
    given(persons).when(wrong).then({ code: 'access-code-refused' });
  });

  it('is not tried after five wrong codes in a quarter of an hour, not even the right one', () => {
    const past = [...invited, refusedAt(1), refusedAt(2), refusedAt(3), refusedAt(4)];
    given(persons, past).when(wrong, { at: '2026-09-01T08:14:00.000Z' }).then([refusedAt(5)]);
    given(persons, [...past, refusedAt(5)]).when(right, { at: '2026-09-01T08:14:59.999Z' }).then({ code: 'too-many-attempts', params: { retryAt: '2026-09-01T08:15:00.000Z' } });
    given(persons, [...past, refusedAt(5)]).when(wrong, { at: '2026-09-01T08:15:00.000Z' }).then([refusedAt(1, '2026-09-01T08:30:00.000Z')]);
    given(persons, [...past, refusedAt(5)]).when(right, { at: '2026-09-01T08:15:00.000Z' }).thenState({ codeFailures: undefined });
  });
});

describe('a lost password', () => {
  const known = [registered, hasPassword, noticeAddressSet.of({ personId: PERSON, given: true })];
  const ask = { type: 'request-reset', data: {} };
  const mailed = codeOf(1, undefined, 'reset', '2026-09-01T09:00:00.000Z');

  it('is replaced by a code for an hour, sent again after ten minutes only', () => {
    given(persons, known).when(ask).then([mailed]);
    given(persons, [...known, mailed]).when(ask, { at: '2026-09-01T08:09:59.999Z' }).then([]);
    given(persons, [...known, mailed]).when(ask, { at: '2026-09-01T08:10:00.000Z' }).then([codeOf(2, undefined, 'reset', '2026-09-01T09:10:00.000Z')]);
  });

  it('makes no code for somebody without address or password', () => {
    given(persons, [registered, hasPassword]).when(ask).then([]);
    given(persons, invited).when(ask).then([]);
    given(persons).when(ask).then([]);
  });

  it('is replaced by the firm for whom works for it alone', () => {
    const renew = { type: 'renew-code', data: { role: 'employee', organisationId: FIRM } };
    given(persons, [...invited, hasPassword]).when(renew).then([codeOf(2, FIRM, 'reset')]);
    given(persons, [...invited, hasPassword, employedBy(OTHER_FIRM)]).when(renew).then({ code: 'person-of-others-too' });
  });

  it('and a code never used is renewed only by the firm that made it', () => {
    const both = [...invited, employedBy(OTHER_FIRM)];
    given(persons, both).when({ type: 'renew-code', data: { role: 'employee', organisationId: OTHER_FIRM } }, { at: IN_30_DAYS }).then({ code: 'person-of-others-too' });
    given(persons, both).when({ type: 'renew-code', data: { role: 'employee', organisationId: FIRM } }, { at: AT }).then([codeOf(2, FIRM)]);
  });
});

describe('somebody who acts for an adviser’s office', () => {
  const OFFICE = 'itm_office';
  const acting = roleGranted.of({ personId: PERSON, role: 'adviser', organisationId: OFFICE });
  const admitted = { type: 'admit-member', data: { role: 'adviser', organisationId: OFFICE } };
  const renew = { type: 'renew-code', data: { role: 'adviser', organisationId: OFFICE } };

  it('gets the role and, where nothing lets them in yet, a code', () => {
    given(persons).when(admitted).then([registered, acting, codeOf(1, OFFICE)]);
    given(persons, invited).when(admitted).then([acting]);
    given(persons, [...invited, hasPassword]).when(admitted).then([acting]);
    given(persons, [registered, acting]).when(admitted).then([]);
  });

  it('gets a new one unless they have access for others too', () => {
    given(persons, [registered, acting, hasPassword]).when(renew).then([codeOf(1, OFFICE, 'reset')]);
    given(persons, [...invited, acting, hasPassword]).when(renew).then({ code: 'person-of-others-too' });
  });
});
