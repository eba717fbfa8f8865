import { hoursFundOpened, hoursGivenBack, hoursReserved, hoursUsed } from '@salvatempo/contracts';
import { derivedId } from '@salvatempo/kernel';
import { given } from '@salvatempo/testing';
import { hoursFund, MAX_REQUESTS } from '../domain/hours-fund';
import { euroAmount, timeAmount } from '../domain/ledger';
import { openHoursFundSlice } from '../open-hours-fund/open-hours-fund.decider';
import { giveBackHoursSlice } from '../settle-hours/give-back-hours.decider';
import { useHoursSlice } from '../settle-hours/use-hours.decider';
import { askHoursSlice } from './ask-hours.decider';

const aFund = { ...hoursFund, slices: [openHoursFundSlice, askHoursSlice, useHoursSlice, giveBackHoursSlice] };
const [hoursFundId, firmId] = [derivedId('hfn', 'spec'), derivedId('com', 'spec')];
const [one, two] = [derivedId('hrq', '1'), derivedId('hrq', '2')];
/** Noon in Rome on the fund's second day. */
const here = { id: hoursFundId, at: '2026-12-02T11:00:00.000Z' };
const at = (instant: string) => ({ id: hoursFundId, at: instant });

const terms = { title: 'Mediatori', opensOn: '2026-12-01', closesOn: '2026-12-31' };
const pot = (municipality: string, budgetMinutes: number, committedMinutes = 0, usedMinutes = 0) => ({ municipality, budgetMinutes, committedMinutes, usedMinutes, freeMinutes: budgetMinutes - committedMinutes - usedMinutes });
const opened = hoursFundOpened.of({ hoursFundId, ...terms, pots: [pot('E648', 120), pot('A811', 60)] });
const open = (change: object = {}) => ({ type: 'open-hours-fund', data: { ...terms, pots: [{ municipality: 'E648', minutes: 120 }, { municipality: 'A811', minutes: 60 }], ...change } });
const ask = (requestId: string, minutes: number, change: object = {}) => ({ type: 'ask-hours', data: { requestId, firmId, municipality: 'E648', amount: timeAmount(minutes), ...change } });
const reserved = hoursReserved.of({ hoursFundId, requestId: one, firmId, minutes: 90, reservedOn: '2026-12-02', pot: pot('E648', 120, 90) });
const use = (usedMinutes: number, change: object = {}) => ({ type: 'use-hours', data: { requestId: one, usedMinutes, workedOn: '2026-12-02', proof: 'registro 12/2026', ...change } });
const giveBack = { type: 'give-back-hours', data: { requestId: one, by: 'firm' } };

describe('a fund of mediator hours', () => {
  it('is opened with each Comune’s pot whole, on days that fit, no Comune twice', () => {
    given(aFund, []).when(open(), here).then([opened]);
    given(aFund, []).when(open({ closesOn: '2026-11-30' }), here).then({ code: 'hours-fund-days' });
    // The last minute of its last day in Rome is still in time; the next one isn't.
    given(aFund, []).when(open({ closesOn: '2026-12-02', opensOn: '2026-12-02' }), at('2026-12-02T22:59:00.000Z')).then([hoursFundOpened.of({ ...opened.data, opensOn: '2026-12-02', closesOn: '2026-12-02' })]);
    given(aFund, []).when(open({ closesOn: '2026-12-02', opensOn: '2026-12-02' }), at('2026-12-02T23:00:00.000Z')).then({ code: 'hours-fund-days' });
    given(aFund, []).when(open({ pots: [{ municipality: 'E648', minutes: 1 }, { municipality: 'E648', minutes: 2 }] }), here).then({ code: 'hours-fund-pots' });
  });

  it('sets hours of a Comune apart down to its last minute, and of no other Comune', () => {
    given(aFund, [opened]).when(ask(one, 90), here).then([reserved]);
    given(aFund, [opened, reserved]).when(ask(two, 30), here).thenState({ pots: [pot('E648', 120, 120), pot('A811', 60)] });
    given(aFund, [opened, reserved]).when(ask(two, 31), here).then({ code: 'hours-exhausted' });
    given(aFund, [opened]).when(ask(two, 30, { municipality: 'F205' }), here).then({ code: 'municipality-outside-fund' });
  });

  it('takes no euros, and nothing before its first day or after its last', () => {
    given(aFund, [opened]).when(ask(one, 90, { amount: euroAmount(90) }), here).then({ code: 'fund-unit-mismatch' });
    for (const instant of ['2026-11-30T22:59:00.000Z', '2026-12-31T23:00:00.000Z']) given(aFund, [opened]).when(ask(one, 90), at(instant)).then({ code: 'hours-fund-not-open' });
  });

  it('counts hours that were worked with their proof, and frees what they were fewer', () => {
    const used = (usedMinutes: number) => hoursUsed.of({ hoursFundId, requestId: one, firmId, usedMinutes, freedMinutes: 90 - usedMinutes, workedOn: '2026-12-02', proof: 'registro 12/2026', pot: pot('E648', 120, 0, usedMinutes) });
    for (const minutes of [90, 60]) given(aFund, [opened, reserved]).when(use(minutes), here).then([used(minutes)]);
    given(aFund, [opened, reserved]).when(use(91), here).then({ code: 'hours-exceed-reserved' });
    for (const workedOn of ['2026-12-01', '2026-12-03']) given(aFund, [opened, reserved]).when(use(60, { workedOn }), here).then({ code: 'hours-day' });
    given(aFund, [opened, reserved]).when(use(60, { workedOn: '2027-01-01' }), at('2027-01-02T11:00:00.000Z')).then({ code: 'hours-day' });
    given(aFund, [opened, reserved, used(60)]).when(use(1), here).then({ code: 'hours-request-not-found' });
    given(aFund, [opened, reserved, used(60)]).when(ask(two, 61), here).then({ code: 'hours-exhausted' });
  });

  it('has what was given back for others, once', () => {
    const back = hoursGivenBack.of({ hoursFundId, requestId: one, firmId, minutes: 90, by: 'firm', pot: pot('E648', 120) });
    given(aFund, [opened, reserved]).when(giveBack, here).then([back]);
    given(aFund, [opened, reserved, back]).when(giveBack, here).then({ code: 'hours-request-not-found' });
    given(aFund, [opened, reserved, back]).when(ask(two, 120), here).thenState({ requests: [{ requestId: two, firmId, municipality: 'E648', minutes: 120, reservedOn: '2026-12-02' }] });
  });

  it('holds a limited number of open requests', () => {
    const large = hoursFundOpened.of({ ...opened.data, pots: [pot('E648', 100_000)] });
    const many = Array.from({ length: MAX_REQUESTS }, (_, n) => hoursReserved.of({ hoursFundId, requestId: derivedId('hrq', `${n}`), minutes: 1, reservedOn: '2026-12-02', pot: pot('E648', 100_000, n + 1) }));
    given(aFund, [large, ...many]).when(ask(derivedId('hrq', 'one more'), 1), here).then({ code: 'hours-requests-full' });
  });
});
