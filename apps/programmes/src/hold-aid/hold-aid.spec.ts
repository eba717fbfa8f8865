import { absorbAidRegister, aidCommandForwarded, aidHeld, aidRecorded, aidRefused, aidRegisterAbsorbed, aidRegisterMerged, aidReleased, grantActOverdue, grantActSent, holdAid, recordAid, releaseAid, type AidRow, type DataOf } from '@salvatempo/contracts';
import { addDays, derivedId, endOfRomeDay, PASS_DEADLINE, startOfRomeDay } from '@salvatempo/kernel';
import { given } from '@salvatempo/testing';
import { declareAidSlice } from '../declare-aid/declare-aid.decider';
import { actDueOn, aidRegister, aidRegisterIdOf, MAX_ENTRIES } from '../domain/aid-register';
import { aidRuleAt } from '../domain/aid-rules';
import { absorbRegisterSlice, mergeRegisterSlice } from '../link-undertakings/merge-register.decider';
import { aidRuleFile } from '../rule-files/rule-files.table';
import { passActDeadlineSlice, sendGrantActSlice } from '../send-grant-act/send-grant-act.decider';
import { holdAidSlice } from './hold-aid.decider';
import { recordAidSlice } from './record-aid.decider';
import { releaseAidSlice } from './release-aid.decider';

const register = { ...aidRegister, slices: [holdAidSlice, recordAidSlice, releaseAidSlice, declareAidSlice, sendGrantActSlice, passActDeadlineSlice, mergeRegisterSlice, absorbRegisterSlice] };
const firms = ['one', 'two'].map((name) => derivedId('com', name)).sort((a, b) => (aidRegisterIdOf(a) < aidRegisterIdOf(b) ? -1 : 1)) as [string, string];
const [firmId, otherId] = firms;
const [registerId, otherRegisterId] = firms.map(aidRegisterIdOf) as [string, string];
const callId = derivedId('cal', 'spec');
const linkId = derivedId('unl', 'spec');
const TODAY = '2026-11-26';
const AT = '2026-11-26T10:00:00.000Z';
const here = { id: registerId, at: AT };
const rule = aidRuleAt(aidRuleFile, 'de-minimis-2831', TODAY)!;
const allotment = (n: number | string) => derivedId('alt', String(n));
const application = (n: number | string) => ({ allotmentId: allotment(n), callId, firmId });
const hold = (n: number | string, amountCents: number, onExcess: 'refuse' | 'reduce' = 'refuse') => ({ type: holdAid.type, data: { ...application(n), amountCents, onExcess, rule } satisfies DataOf<typeof holdAid> });
const declaredRow = (amountCents: number, grantedOn: string, n = 0): AidRow => ({ rowId: derivedId('aid', String(n)), firmId, regime: 'de-minimis-2831', amountCents, grantedOn, source: 'declared' });
const declared = (amountCents: number, grantedOn: string, n = 0) => aidRecorded.of({ registerId, row: declaredRow(amountCents, grantedOn, n) });
const facts = (askedCents: number, usedCents: number, heldCents: number) => ({ registerId, rule, askedCents, usedCents, heldCents });
const held = (n: number | string, amountCents: number, usedCents = 0) => aidHeld.of({ registerId, ...application(n), facts: facts(amountCents, usedCents, amountCents) });
const refused = (n: number | string, askedCents: number, usedCents: number, code = 'de-minimis-exceeded') => aidRefused.of({ registerId, ...application(n), code, facts: facts(askedCents, usedCents, 0) });
const granted = { cor: '123', grantedOn: TODAY, actDueOn: '2026-12-16' };
const record = (n: number | string, amountCents: number) => ({ type: recordAid.type, data: { allotmentId: allotment(n), amountCents, ...granted } });
const grantedRow = (n: number | string, amountCents: number): AidRow => ({ rowId: allotment(n), firmId, regime: 'de-minimis-2831', amountCents, source: 'granted', callId, ...granted });
const recorded = (n: number | string, amountCents: number) => aidRecorded.of({ registerId, row: grantedRow(n, amountCents) });

describe('a grant at the register of aid', () => {
  it('is set aside whole, up to the ceiling exactly', () => {
    given(register).when(hold(1, 100_000), here).then([held(1, 100_000)]);
    given(register, [declared(29_900_000, '2025-01-10')]).when(hold(1, 100_000), here).then([held(1, 100_000, 29_900_000)]);
  });

  // Rules, vector 11: 299,500 in three years and 600 more.
  it('that would exceed the ceiling is refused whole, and not the part above', () => {
    given(register, [declared(29_950_000, '2024-02-01')]).when(hold(1, 60_000), here).then([refused(1, 60_000, 29_950_000)]);
    given(register, [declared(29_950_000, '2023-11-26')]).when(hold(1, 60_000), here).then([held(1, 60_000, 0)]);
  });

  it('is reduced to what is left where the call says so, and refused where that is nothing', () => {
    given(register, [declared(29_950_000, '2024-02-01')])
      .when(hold(1, 60_000, 'reduce'), here)
      .then([aidHeld.of({ registerId, ...application(1), facts: facts(60_000, 29_950_000, 50_000) })]);
    given(register, [declared(30_000_000, '2024-02-01')]).when(hold(1, 60_000, 'reduce'), here).then([refused(1, 60_000, 30_000_000)]);
    given(register, [declared(31_000_000, '2024-02-01')]).when(hold(1, 60_000, 'reduce'), here).then([refused(1, 60_000, 31_000_000)]);
  });

  it('counts what is held for others, until their call declines', () => {
    given(register, [held(1, 29_950_000)]).when(hold(2, 60_000), here).then([refused(2, 60_000, 29_950_000)]);
    const released = aidReleased.of({ registerId, allotmentId: allotment(1), amountCents: 29_950_000 });
    given(register, [held(1, 29_950_000)]).when({ type: releaseAid.type, data: { allotmentId: allotment(1) } }, here).then([released]);
    given(register, [held(1, 29_950_000), released]).when(hold(2, 60_000), here).then([held(2, 60_000, 0)]);
    given(register).when({ type: releaseAid.type, data: { allotmentId: allotment(1) } }, here).then([]);
  });

  it('becomes a row with its COR once; one that was never held is a defect', () => {
    given(register, [held(1, 100_000)]).when(record(1, 100_000), here).then([recorded(1, 100_000)]);
    given(register, [held(1, 100_000)]).when(record(1, 100_000), here).thenState({ holds: [], rows: [grantedRow(1, 100_000)], firmIds: [firmId] });
    given(register, [held(1, 100_000), recorded(1, 100_000)]).when(record(1, 100_000), here).then([]);
    expect(() => given(register).when(record(1, 100_000), here)).toThrow('had set aside 0');
    expect(() => given(register, [held(1, 99_999)]).when(record(1, 100_000), here)).toThrow('had set aside 99999');
  });

  it('is refused by a register with too many entries', () => {
    const many = Array.from({ length: MAX_ENTRIES }, (_, n) => declared(1, TODAY, n));
    given(register, many).when(hold(1, 1), here).then([refused(1, 1, MAX_ENTRIES, 'aid-register-full')]);
    given(register, many).when({ type: 'declare-aid', data: { rows: [declaredRow(1, TODAY, MAX_ENTRIES)] } }, here).then({ code: 'aid-register-full' });
  });
});

describe('declared aid', () => {
  const declare = (...rows: AidRow[]) => ({ type: 'declare-aid', data: { rows } });

  it('counts, above the ceiling too; the same line once, and none of the future', () => {
    const row = declaredRow(31_000_000, TODAY);
    given(register).when(declare(row), here).then([aidRecorded.of({ registerId, row })]);
    given(register, [aidRecorded.of({ registerId, row })]).when(declare(row), here).then([]);
    given(register).when(declare(declaredRow(1, '2026-11-27')), here).then({ code: 'aid-date' });
    // In Rome it is the next day already.
    given(register).when(declare(declaredRow(1, '2026-11-27')), { ...here, at: '2026-11-26T23:30:00.000Z' }).then([declared(1, '2026-11-27')]);
  });
});

describe('the date of a grant’s act', () => {
  const before = [held(1, 100_000), recorded(1, 100_000)];
  const send = (actOn: string, rowId = allotment(1)) => ({ type: 'send-grant-act', data: { rowId, actOn } });

  it('is due in twenty days, over the change of the clocks too', () => {
    expect([actDueOn('2026-11-26'), actDueOn('2026-10-20'), actDueOn('2028-02-15')]).toEqual(['2026-12-16', '2026-11-09', '2028-03-06']);
    expect(aidRegister.deadline(given(register, before).state)).toBe(endOfRomeDay('2026-12-16'));
  });

  it('is sent once, neither before the grant nor of the future', () => {
    given(register, before).when(send(TODAY), here).then([grantActSent.of({ registerId, rowId: allotment(1), actOn: TODAY })]);
    for (const actOn of ['2026-11-25', '2026-11-27']) given(register, before).when(send(actOn), here).then({ code: 'grant-act-date' });
    const sent = [...before, grantActSent.of({ registerId, rowId: allotment(1), actOn: TODAY })];
    given(register, sent).when(send(TODAY), here).then({ code: 'grant-act-sent-already' });
    expect(aidRegister.deadline(given(register, sent).state)).toBeUndefined();
    given(register, before).when(send(TODAY, allotment(2)), here).then({ code: 'aid-not-recorded' });
    given(register, [declared(1, TODAY)]).when(send(TODAY, derivedId('aid', '0')), here).then({ code: 'aid-not-recorded' });
  });

  it('that isn’t sent in time is said once, and may still be sent', () => {
    const pass = { type: PASS_DEADLINE, data: { deadlineAt: AT } };
    const overdue = grantActOverdue.of({ registerId, rowId: allotment(1), actDueOn: '2026-12-16' });
    given(register, before).when(pass, { ...here, at: '2026-12-16T22:00:00.000Z' }).then([]);
    given(register, before).when(pass, { ...here, at: startOfRomeDay('2026-12-17') }).then([overdue]);
    const late = given(register, [...before, overdue]);
    expect(aidRegister.deadline(late.state)).toBeUndefined();
    late.when(send('2026-12-20'), { ...here, at: startOfRomeDay('2026-12-21') }).thenState({ rows: [{ ...grantedRow(1, 100_000), actOverdue: true, actOn: '2026-12-20' }] });
  });
});

describe('registers of firms that are linked', () => {
  const contents = { firmIds: [otherId], rows: [{ ...declaredRow(20_000_000, '2025-05-05', 9), firmId: otherId }], holds: [{ allotmentId: allotment(9), callId, firmId: otherId, regime: 'de-minimis-2831' as const, amountCents: 4_000_000 }] };
  const ofOther = [
    aidRecorded.of({ registerId: otherRegisterId, row: contents.rows[0]! }),
    aidHeld.of({ registerId: otherRegisterId, allotmentId: allotment(9), callId, firmId: otherId, facts: { ...facts(4_000_000, 20_000_000, 4_000_000), registerId: otherRegisterId } }),
  ];
  const merged = aidRegisterMerged.of({ registerId: otherRegisterId, linkId, into: registerId, ...contents });
  const merge = { type: 'merge-register', data: { linkId, firmId: otherId, into: registerId, intoFirmId: firmId } };
  const absorb = { type: absorbAidRegister.type, data: { linkId, from: otherRegisterId, ...contents, firmIds: [otherId, firmId] } };
  const absorbed = aidRegisterAbsorbed.of({ registerId, ...absorb.data });
  const there = { id: otherRegisterId, at: AT };

  it('become one: the larger id gives everything to the smaller, never the other way', () => {
    given(register, ofOther).when(merge, there).then({ events: [merged], commands: [absorbAidRegister.to(registerId, absorb.data)] });
    expect(() => given(register).when({ type: 'merge-register', data: { linkId, firmId, into: otherRegisterId, intoFirmId: otherId } }, here)).toThrow("can't be merged");
    given(register, [...ofOther, merged]).when(merge, there).then({ code: 'aid-register-moved' });
    given(register).when(absorb, here).then([absorbed]);
    given(register, [absorbed]).when(absorb, here).then([]);
  });

  it('count together from then on, with what was held too', () => {
    given(register, [declared(5_000_000, '2026-01-01'), absorbed]).when(hold(1, 1_000_001), here).then([refused(1, 1_000_001, 29_000_000)]);
    given(register, [declared(5_000_000, '2026-01-01'), absorbed]).when(hold(1, 1_000_000), here).then([held(1, 1_000_000, 29_000_000)]);
  });

  it('take in each register once, whatever firms are known already: another merge may have said them before', () => {
    const third = derivedId('com', 'third');
    const thirdRegisterId = aidRegisterIdOf(third);
    const early = aidRegisterAbsorbed.of({ registerId, linkId, from: thirdRegisterId, firmIds: [third, otherId, firmId], rows: [], holds: [] });
    given(register, [early]).when(absorb, here).then([absorbed]);
    given(register, [early, absorbed]).when(absorb, here).then([]);
    // Found by a firm whose own register it isn't, it says nothing of that firm.
    given(register).when({ type: 'merge-register', data: { linkId, firmId: third, into: registerId, intoFirmId: third } }, there).then([aidRegisterMerged.of({ registerId: otherRegisterId, linkId, into: registerId, firmIds: [], rows: [], holds: [] })]);
  });

  it('send on what comes to the one that was merged, and it decides nothing', () => {
    const state = [...ofOther, merged];
    for (const [what, command] of [['hold', hold(1, 1)], ['record', record(9, 4_000_000)], ['release', { type: releaseAid.type, data: { allotmentId: allotment(9) } }], ['absorb', absorb]] as const)
      given(register, state).when(command, there).then({ events: [aidCommandForwarded.of({ registerId: otherRegisterId, into: registerId, command: what })], commands: [{ type: command.type, to: registerId, data: command.data }] });
    given(register, state).when({ type: 'declare-aid', data: { rows: [declaredRow(1, TODAY)] } }, there).then({ code: 'aid-register-moved' });
    given(register, state).when({ type: 'send-grant-act', data: { rowId: allotment(1), actOn: TODAY } }, there).then({ code: 'aid-register-moved' });
    given(register, state).when({ type: PASS_DEADLINE, data: { deadlineAt: AT } }, there).then([]);
  });

  it('record what the other one held', () => {
    const row: AidRow = { ...grantedRow(9, 4_000_000), firmId: otherId };
    given(register, [absorbed]).when(record(9, 4_000_000), here).then([aidRecorded.of({ registerId, row })]);
    expect(addDays(TODAY, 20)).toBe(granted.actDueOn);
  });
});
