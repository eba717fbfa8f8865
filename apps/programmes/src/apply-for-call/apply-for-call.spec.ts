import { allotmentAdmitted, allotmentDeclined, allotmentGranted, allotmentRanked, allotmentRefused, allotmentRequested, allotmentReserved, callOpened, fundPaymentRecorded, type CallTerms } from '@salvatempo/contracts';
import { derivedId } from '@salvatempo/kernel';
import { given } from '@salvatempo/testing';
import fc from 'fast-check';
import { allotment } from '../domain/allotment';
import { call, fundOf, type Opened } from '../domain/call';
import { NOTHING_DECLARED } from '../domain/eligibility';
import { openCallSlice } from '../open-call/open-call.decider';
import { recordPaymentSlice } from '../record-payment/record-payment.decider';
import { admitAllotmentSlice, rankAllotmentSlice } from './admit-allotment.decider';
import { requestAllotmentSlice } from './request-allotment.decider';
import { reserveAllotmentSlice } from './reserve-allotment.decider';
import { grantAllotmentSlice, refuseAllotmentSlice } from './settle-allotment.decider';

const callId = derivedId('cal', 'spec');
const firmId = derivedId('com', 'spec');
const allotmentId = derivedId('alt', 'spec');
const terms: CallTerms = {
  title: 'Tempo per te',
  incentiveBasisPoints: 7_000,
  firmCapCents: 100_000,
  personCapCents: 50_000,
  budgetCents: 250_000,
  maxHeadcount: 3,
  headcountBasis: 'employees',
  eligibleServiceCodes: ['laundry-ironing'],
  opensAt: '2026-09-01T00:00:00.000Z',
  closesAt: '2026-10-01T00:00:00.000Z',
};
const aCall = { ...call, slices: [openCallSlice, reserveAllotmentSlice, recordPaymentSlice] };
const anAllotment = { ...allotment, slices: [requestAllotmentSlice, grantAllotmentSlice, refuseAllotmentSlice] };
const fund = (committedCents: number, paidCents: number) => ({ budgetCents: 250_000, committedCents, paidCents, freeCents: 250_000 - committedCents - paidCents });
const opened = callOpened.of({ callId, terms, fund: fund(0, 0) });
const parties = { callId, allotmentId, firmId };
const applicant = { ...NOTHING_DECLARED, memberships: [], requestedAt: '2026-09-10T10:00:00.000Z', employeesCount: 3, occupatiCount: 5 };
const reserve = (changes: Partial<typeof applicant> = {}) => ({ type: 'reserve-allotment', data: { allotmentId, firmId, ...applicant, ...changes } });
const factsAt = (place: number, freeCents: number, changes: Partial<typeof applicant> = {}) => ({ ...applicant, ...changes, place, askedCents: 100_000, freeCents });
const reserved = (committedCents: number, changes: Partial<typeof applicant> = {}) =>
  allotmentReserved.of({ ...parties, amountCents: 100_000, fund: fund(committedCents, 0), facts: factsAt(committedCents / 100_000, 350_000 - committedCents, changes) });

describe('opening a call', () => {
  const open = (changes: Partial<CallTerms> = {}) => ({ type: 'open-call', data: { terms: { ...terms, ...changes } } });

  it('starts with the whole budget free', () => {
    given(aCall).when(open(), { id: callId }).then([opened]);
  });

  it('keeps the text that it is published with', () => {
    given(aCall).when({ type: 'open-call', data: { terms, text: 'Articolo 1' } }, { id: callId }).thenState({ text: 'Articolo 1' });
  });

  it('is refused for dates that are over or the wrong way round, and for a cap above the budget', () => {
    given(aCall).when(open({ closesAt: terms.opensAt })).then({ code: 'call-dates' });
    given(aCall).when(open(), { at: terms.closesAt }).then({ code: 'call-dates' });
    given(aCall).when(open({ firmCapCents: 250_001 })).then({ code: 'call-caps' });
    given(aCall).when(open({ orderCapCents: 100_001 })).then({ code: 'call-order-caps' });
    expect(() => given(aCall, [opened]).when(open())).toThrow('open already');
  });

  it('that is ranked is refused where its applications close outside its time, and for a points table that can’t be applied', () => {
    const ranking = { version: '1.0', applicationsCloseAt: terms.closesAt, seedHash: 'a'.repeat(64), criteria: [{ code: 'micro', points: 10, text: 'Fino a un dipendente', about: 'employees' as const, to: 1 }] };
    given(aCall).when(open({ ranking }), { id: callId }).then([callOpened.of({ callId, terms: { ...terms, ranking }, fund: fund(0, 0) })]);
    for (const applicationsCloseAt of [terms.opensAt, '2026-10-01T00:00:00.001Z', '2026-09-01T08:00:00.000Z']) given(aCall).when(open({ ranking: { ...ranking, applicationsCloseAt } })).then({ code: 'ranking-dates' });
    given(aCall).when(open({ ranking: { ...ranking, criteria: [...ranking.criteria, ...ranking.criteria] } })).then({ code: 'points-table-invalid' });
  });
});

describe('an application at the call', () => {
  const declined = (code: string, changes: Partial<typeof applicant> = {}, place = 1, freeCents = 250_000) => [
    allotmentDeclined.of({ ...parties, code, facts: factsAt(place, freeCents, changes) }),
  ];

  it('reserves the whole cap of the firm', () => {
    given(aCall, [opened]).when(reserve()).then([reserved(100_000)]);
  });

  it('is declined when the rest of the budget is less than the cap: partial grants are not given', () => {
    given(aCall, [opened, reserved(100_000), reserved(200_000)]).when(reserve()).then(declined('budget-exhausted', {}, 3, 50_000));
  });

  it('has its place among the decisions, refusals too, and a call from before they were counted begins with 1', () => {
    const refused = declined('headcount-too-high', { employeesCount: 4 });
    given(aCall, [opened, ...refused]).when(reserve()).then([allotmentReserved.of({ ...parties, amountCents: 100_000, fund: fund(100_000, 0), facts: factsAt(2, 250_000) })]);
    const old = allotmentReserved.of({ ...parties, amountCents: 100_000, fund: fund(100_000, 0) });
    given(aCall, [opened, old]).when(reserve()).thenState({ decisions: 2 });
  });

  it('counts by when the firm applied, not by when the message came', () => {
    const [early, late, last] = ['2026-08-31T23:59:59.999Z', terms.closesAt, '2026-09-30T23:59:59.999Z'].map((requestedAt) => ({ requestedAt }));
    given(aCall, [opened]).when(reserve(early)).then(declined('call-not-open-yet', early));
    given(aCall, [opened]).when(reserve(late)).then(declined('call-closed', late));
    given(aCall, [opened]).when(reserve(last), { at: '2026-10-02T00:00:00.000Z' }).then([reserved(100_000, last)]);
  });

  it('looks at the count that the call names', () => {
    given(aCall, [opened]).when(reserve({ employeesCount: 4 })).then(declined('headcount-too-high', { employeesCount: 4 }));
    const byOccupati = callOpened.of({ callId, terms: { ...terms, headcountBasis: 'occupati' }, fund: fund(0, 0) });
    given(aCall, [byOccupati]).when(reserve()).then(declined('headcount-too-high'));
    given(aCall, [byOccupati]).when(reserve({ occupatiCount: 3 })).then([reserved(100_000, { occupatiCount: 3 })]);
  });

  it('to no call is a defect', () => expect(() => given(aCall).when(reserve())).toThrow('applies to no call'));
});

describe('an allotment', () => {
  const request = { type: 'request-allotment', data: { callId, firmId, askedCents: 100_000 } };
  const requested = allotmentRequested.of({ ...parties, askedCents: 100_000, requestedAt: '2026-09-01T08:00:00.000Z' });
  const granted = allotmentGranted.of({ ...parties, amountCents: 100_000, terms });
  const refused = allotmentRefused.of({ ...parties, code: 'budget-exhausted' });
  const grant = { type: 'grant-allotment', data: { amountCents: 100_000, terms } };

  it('is asked for once, and again only after a refusal', () => {
    given(anAllotment).when(request, { id: allotmentId }).then([requested]);
    given(anAllotment, [requested]).when(request).then({ code: 'allotment-already-requested' });
    given(anAllotment, [requested, granted]).when(request).then({ code: 'allotment-already-requested' });
    given(anAllotment, [requested, refused]).when(request, { id: allotmentId }).then([requested]);
  });

  it('is granted whole with the terms, or refused with the reason', () => {
    given(anAllotment, [requested]).when(grant).then([granted]);
    const facts = factsAt(1, 250_000);
    given(anAllotment, [requested]).when({ type: 'grant-allotment', data: { amountCents: 100_000, terms, facts } }).thenState({ status: 'granted', facts });
    given(anAllotment, [requested]).when({ type: 'refuse-allotment', data: { code: 'call-closed', facts } }).thenState({ status: 'refused', facts });
    given(anAllotment, [requested]).when({ type: 'refuse-allotment', data: { code: 'budget-exhausted' } }).then([refused]);
    given(anAllotment, [requested, granted]).when(grant).then([]);
    given(anAllotment).when({ type: 'refuse-allotment', data: { code: 'call-closed' } }).then([]);
  });
});

describe('an allotment of a ranked call', () => {
  const aRanked = { ...allotment, slices: [requestAllotmentSlice, admitAllotmentSlice, rankAllotmentSlice, grantAllotmentSlice, refuseAllotmentSlice] };
  const facts = { ...factsAt(1, 250_000), points: { total: 10, gained: ['micro'] } };
  const requested = allotmentRequested.of({ ...parties, askedCents: 100_000, requestedAt: '2026-09-10T10:00:00.000Z' });
  const admitted = allotmentAdmitted.of({ ...parties, facts });
  const turn = { place: 2, of: 3, freeCents: 150_000 };
  const ranked = allotmentRanked.of({ ...parties, ranked: turn });

  it('keeps when the call took it, waits with its facts, and takes its place to the grant or the refusal', () => {
    given(aRanked).when({ type: 'request-allotment', data: { callId, firmId, askedCents: 100_000, requestedAt: '2026-09-10T10:00:00.000Z' } }, { id: allotmentId }).then([requested]);
    given(aRanked, [requested]).when({ type: 'admit-allotment', data: { facts } }).then([admitted]);
    given(aRanked, [requested, admitted]).when({ type: 'grant-allotment', data: { amountCents: 100_000, terms, ranked: turn } }).then([allotmentGranted.of({ ...parties, amountCents: 100_000, terms, facts: { ...facts, ranked: turn } })]);
    given(aRanked, [requested, admitted]).when({ type: 'rank-allotment', data: turn }).then([ranked]);
    given(aRanked, [requested, admitted, ranked]).when({ type: 'refuse-allotment', data: { code: 'ranked-not-funded' } }).then([allotmentRefused.of({ ...parties, code: 'ranked-not-funded', facts: { ...facts, ranked: turn } })]);
  });

  it('isn’t asked for again while it waits, and hears of nothing that isn’t its turn', () => {
    given(aRanked, [requested, admitted]).when({ type: 'request-allotment', data: { callId, firmId, askedCents: 100_000 } }).then({ code: 'allotment-already-requested' });
    given(aRanked, [requested, admitted]).when({ type: 'admit-allotment', data: { facts } }).then([]);
    given(aRanked, [requested]).when({ type: 'rank-allotment', data: turn }).then([]);
  });
});

describe('a payment at the fund', () => {
  const pay = (amountCents: number) => ({ type: 'record-payment', data: { purchaseId: derivedId('pur', 'spec'), amountCents } });

  it('moves from committed to paid', () => {
    const recorded = fundPaymentRecorded.of({ callId, purchaseId: derivedId('pur', 'spec'), amountCents: 2_800, fund: fund(97_200, 2_800) });
    given(aCall, [opened, reserved(100_000)]).when(pay(2_800)).then([recorded]);
  });

  it('of more than is committed is a defect that nobody may overlook', () => {
    expect(() => given(aCall, [opened]).when(pay(1))).toThrow('paid of 250000');
  });

  it('and any story keeps budget = committed + paid + free, none below zero', () => {
    const step = fc.oneof(fc.constant(reserve()), fc.integer({ min: 1, max: 40_000 }).map(pay));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let events = [opened] as Parameters<typeof given>[1] & object;
        for (const command of steps) {
          const before = given(aCall, events).state as Opened;
          if (command.type === 'record-payment' && (command.data as { amountCents: number }).amountCents > before.committedCents) continue;
          const { decision, state } = given(aCall, events).when(command);
          if (decision.ok) events = [...events, ...decision.events];
          const figures = fundOf(state as Opened);
          expect(figures.committedCents + figures.paidCents + figures.freeCents).toBe(250_000);
        }
      }),
    );
  });
});
