import { allotmentDeclined, allotmentGranted, allotmentRefused, allotmentRequested, allotmentReserved, callOpened, fundPaymentRecorded, type CallTerms } from '@salvatempo/contracts';
import { derivedId } from '@salvatempo/kernel';
import { given } from '@salvatempo/testing';
import fc from 'fast-check';
import { allotment } from '../domain/allotment';
import { call, fundOf, type Opened } from '../domain/call';
import { openCallSlice } from '../open-call/open-call.decider';
import { recordPaymentSlice } from '../record-payment/record-payment.decider';
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
const application = { allotmentId, firmId, requestedAt: '2026-09-10T10:00:00.000Z', employeesCount: 3, occupatiCount: 5 };
const reserve = (changes: Partial<typeof application> = {}) => ({ type: 'reserve-allotment', data: { ...application, ...changes } });
const reserved = (committedCents: number) => allotmentReserved.of({ ...parties, amountCents: 100_000, fund: fund(committedCents, 0) });

describe('opening a call', () => {
  const open = (changes: Partial<CallTerms> = {}) => ({ type: 'open-call', data: { terms: { ...terms, ...changes } } });

  it('starts with the whole budget free', () => {
    given(aCall).when(open(), { id: callId }).then([opened]);
  });

  it('is refused for dates that are over or the wrong way round, and for a cap above the budget', () => {
    given(aCall).when(open({ closesAt: terms.opensAt })).then({ code: 'call-dates' });
    given(aCall).when(open(), { at: terms.closesAt }).then({ code: 'call-dates' });
    given(aCall).when(open({ firmCapCents: 250_001 })).then({ code: 'call-caps' });
    expect(() => given(aCall, [opened]).when(open())).toThrow('open already');
  });
});

describe('an application at the call', () => {
  const declined = (code: string) => [allotmentDeclined.of({ ...parties, code })];

  it('reserves the whole cap of the firm', () => {
    given(aCall, [opened]).when(reserve()).then([reserved(100_000)]);
  });

  it('is declined when the rest of the budget is less than the cap: partial grants are not given', () => {
    given(aCall, [opened, reserved(100_000), reserved(200_000)]).when(reserve()).then(declined('budget-exhausted'));
  });

  it('counts by when the firm applied, not by when the message came', () => {
    given(aCall, [opened]).when(reserve({ requestedAt: '2026-08-31T23:59:59.999Z' })).then(declined('call-not-open-yet'));
    given(aCall, [opened]).when(reserve({ requestedAt: terms.closesAt })).then(declined('call-closed'));
    given(aCall, [opened]).when(reserve({ requestedAt: '2026-09-30T23:59:59.999Z' }), { at: '2026-10-02T00:00:00.000Z' }).then([reserved(100_000)]);
  });

  it('looks at the count that the call names', () => {
    given(aCall, [opened]).when(reserve({ employeesCount: 4 })).then(declined('headcount-too-high'));
    const byOccupati = callOpened.of({ callId, terms: { ...terms, headcountBasis: 'occupati' }, fund: fund(0, 0) });
    given(aCall, [byOccupati]).when(reserve()).then(declined('headcount-too-high'));
    given(aCall, [byOccupati]).when(reserve({ occupatiCount: 3 })).then([reserved(100_000)]);
  });

  it('to no call is a defect', () => expect(() => given(aCall).when(reserve())).toThrow('applies to no call'));
});

describe('an allotment', () => {
  const request = { type: 'request-allotment', data: { callId, firmId, askedCents: 100_000 } };
  const requested = allotmentRequested.of({ ...parties, askedCents: 100_000 });
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
    given(anAllotment, [requested]).when({ type: 'refuse-allotment', data: { code: 'budget-exhausted' } }).then([refused]);
    given(anAllotment, [requested, granted]).when(grant).then([]);
    given(anAllotment).when({ type: 'refuse-allotment', data: { code: 'call-closed' } }).then([]);
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
