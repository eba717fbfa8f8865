import { aidCommandForwarded, aidCorrected, aidRecorded, aidRegisterMerged, allotmentEnded, allotmentGranted, allotmentRequested, allotmentReserved, allotmentReturned, callOpened, correctAid, incentiveHeld, incentivePaid, incentivePinned, incentiveReleased, type CallTerms } from '@salvatempo/contracts';
import { addDays, addMs, DAY_MS, derivedId } from '@salvatempo/kernel';
import { given } from '@salvatempo/testing';
import fc from 'fast-check';
import { requestAllotmentSlice } from '../apply-for-call/request-allotment.decider';
import { reserveAllotmentSlice } from '../apply-for-call/reserve-allotment.decider';
import { grantAllotmentSlice } from '../apply-for-call/settle-allotment.decider';
import { aidRegister, aidRegisterIdOf } from '../domain/aid-register';
import { allotment, figuresOf } from '../domain/allotment';
import { call } from '../domain/call';
import { dayNumber, interestCents } from '../domain/interest';
import { recordAidSlice } from '../hold-aid/record-aid.decider';
import { holdIncentiveSlice } from '../hold-incentive/hold-incentive.decider';
import { payIncentiveSlice } from '../hold-incentive/pay-incentive.decider';
import { pinIncentiveSlice } from '../hold-incentive/pin-incentive.decider';
import { releaseIncentiveSlice } from '../hold-incentive/release-incentive.decider';
import { mergeRegisterSlice } from '../link-undertakings/merge-register.decider';
import { openCallSlice } from '../open-call/open-call.decider';
import { correctAidSlice } from './correct-aid.decider';
import { endAllotmentSlice } from './end-allotment.decider';
import { returnAllotmentSlice } from './return-allotment.decider';

const aGrant = { ...allotment, slices: [requestAllotmentSlice, grantAllotmentSlice, holdIncentiveSlice, pinIncentiveSlice, payIncentiveSlice, releaseIncentiveSlice, endAllotmentSlice] };
const aCall = { ...call, slices: [openCallSlice, reserveAllotmentSlice, returnAllotmentSlice] };
const aRegister = { ...aidRegister, slices: [recordAidSlice, mergeRegisterSlice, correctAidSlice] };
const [callId, firmId, allotmentId] = ['cal', 'com', 'alt'].map((prefix) => derivedId(prefix, 'spec')) as [string, string, string];
const purchaseId = derivedId('pur', '1');
const terms: CallTerms = {
  title: 'Tempo per te',
  incentiveBasisPoints: 7_000,
  firmCapCents: 10_000,
  personCapCents: 5_000,
  budgetCents: 50_000,
  maxHeadcount: 3,
  headcountBasis: 'employees',
  eligibleServiceCodes: ['laundry-ironing'],
  opensAt: '2026-09-01T00:00:00.000Z',
  closesAt: '2026-12-01T00:00:00.000Z',
};
const parties = { callId, allotmentId, firmId };
const AT = '2026-09-10T10:00:00.000Z';
const requested = allotmentRequested.of({ ...parties, askedCents: 10_000 });
const granted = allotmentGranted.of({ ...parties, amountCents: 10_000, terms });
const held = incentiveHeld.of({ allotmentId, purchaseId, amountCents: 2_800, expiresAt: addMs(AT, 60_000), heldCents: 2_800, paidCents: 0, freeCents: 7_200 });
const pinned = incentivePinned.of({ allotmentId, purchaseId, amountCents: 2_800 });
const paid = incentivePaid.of({ allotmentId, purchaseId, callId, firmId, amountCents: 2_800, paidOn: '2026-09-10', heldCents: 0, paidCents: 2_800, freeCents: 7_200 });
const end = (how: 'renounced' | 'revoked', interestBasisPoints = 0) => ({ type: 'end-allotment', data: { how, reason: 'attività cessata', interestBasisPoints } });
const ended = (how: 'renounced' | 'revoked', returnedCents: number, paidCents: number, recoverCents = 0, interest = 0) =>
  allotmentEnded.of({ ...parties, how, reason: 'attività cessata', returnedCents, paidCents, recoverCents, interestCents: interest });
const here = { id: allotmentId, at: AT };

describe('a grant that ends before its time', () => {
  it('gives back what wasn’t paid; a revoked one is recovered with interest from the day of payment', () => {
    given(aGrant, [requested, granted]).when(end('renounced'), here).then([ended('renounced', 10_000, 0)]);
    given(aGrant, [requested, granted, held, pinned, paid]).when(end('renounced'), here).then([ended('renounced', 7_200, 2_800)]);
    // 28,00 for a year at 2.5% are 0,70.
    given(aGrant, [requested, granted, held, pinned, paid]).when(end('revoked', 250), { ...here, at: '2027-09-10T10:00:00.000Z' }).then([ended('revoked', 7_200, 2_800, 2_800, 70)]);
  });

  it('doesn’t while a purchase is under way; what the clock ended is given back first', () => {
    given(aGrant, [requested, granted, held]).when(end('renounced'), here).then({ code: 'allotment-in-use' });
    given(aGrant, [requested, granted, held, pinned]).when(end('revoked'), { ...here, at: addMs(AT, DAY_MS) }).then({ code: 'allotment-in-use' });
    const expired = incentiveReleased.of({ allotmentId, purchaseId, amountCents: 2_800, reason: 'expired', heldCents: 0, paidCents: 0, freeCents: 10_000 });
    given(aGrant, [requested, granted, held]).when(end('revoked'), { ...here, at: addMs(AT, DAY_MS) }).then([expired, ended('revoked', 10_000, 0)]);
  });

  it('is for what was granted, once, and nothing is asked or held of it any more', () => {
    const over = [requested, granted, held, pinned, paid, ended('renounced', 7_200, 2_800)];
    given(aGrant, [requested]).when(end('renounced'), here).then({ code: 'allotment-not-granted' });
    given(aGrant, over).when(end('revoked'), here).then({ code: 'allotment-not-granted' });
    given(aGrant, over).when({ type: 'request-allotment', data: { callId, firmId, askedCents: 1 } }, here).then({ code: 'allotment-already-requested' });
    expect(figuresOf(given(aGrant, over).state)).toEqual({ heldCents: 0, paidCents: 2_800, freeCents: 0 });
  });
});

describe('interest', () => {
  const days = fc.integer({ min: 0, max: 1_500 }).map((n) => addDays('2026-01-01', n));

  it('of several payments is that of their sum by days, as each would have it but for the rounding', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ cents: fc.integer({ min: 1, max: 10_000_000 }), on: days }), { minLength: 1, maxLength: 20 }), fc.integer({ min: 0, max: 1_000 }), (payments, rate) => {
        const day = '2031-01-01';
        const total = payments.reduce((sum, { cents }) => sum + cents, 0);
        const centDays = payments.reduce((sum, { cents, on }) => sum + cents * dayNumber(on), 0);
        const each = payments.map(({ cents, on }) => (cents * (dayNumber(day) - dayNumber(on)) * rate) / (365 * 10_000));
        expect(Math.abs(interestCents(total, centDays, day, rate) - each.reduce((sum, one) => sum + one, 0))).toBeLessThanOrEqual(0.51);
      }),
    );
  });

  it('counts each day once, over a leap day too', () => expect(dayNumber('2028-03-01') - dayNumber('2028-02-28')).toBe(2));
});

describe('what an ended grant gives back', () => {
  const fund = (committedCents: number) => ({ budgetCents: 50_000, committedCents, paidCents: 0, freeCents: 50_000 - committedCents });
  const before = [callOpened.of({ callId, terms, fund: fund(0) }), allotmentReserved.of({ ...parties, amountCents: 10_000, fund: fund(10_000) })];
  const back = (amountCents: number) => ({ type: 'return-allotment', data: { allotmentId, firmId, amountCents } });

  it('is free in the fund again, and never more than is committed', () => {
    given(aCall, before).when(back(7_200)).then([allotmentReturned.of({ ...parties, amountCents: 7_200, fund: fund(2_800) })]);
    given(aCall, before).when(back(0)).then([]);
    expect(() => given(aCall, before).when(back(10_001))).toThrow('of 50000');
  });
});

describe('the aid of an ended grant', () => {
  const registerId = aidRegisterIdOf(firmId);
  const row = { rowId: allotmentId, firmId, regime: 'de-minimis-2831' as const, amountCents: 10_000, grantedOn: '2026-09-10', source: 'granted' as const, cor: '1' };
  const recorded = aidRecorded.of({ registerId, row });
  const correct = (amountCents: number) => ({ type: correctAid.type, data: { allotmentId, amountCents } });
  const at = { id: registerId };

  it('is what is left of it', () => {
    given(aRegister, [recorded]).when(correct(2_800), at).then([aidCorrected.of({ registerId, rowId: allotmentId, amountCents: 2_800 })]);
    given(aRegister, [recorded]).when(correct(0), at).thenState({ rows: [{ ...row, amountCents: 0 }] });
    given(aRegister, [recorded]).when(correct(10_000), at).then([]);
    for (const [events, amountCents] of [[[], 1], [[recorded], 10_001]] as const) expect(() => given(aRegister, events).when(correct(amountCents), at)).toThrow('would be left');
  });

  it('is corrected where the register went', () => {
    const into = 'air_00000000000000000000000000';
    const merged = aidRegisterMerged.of({ registerId, linkId: derivedId('unl', '1'), into, firmIds: [firmId], rows: [row], holds: [] });
    given(aRegister, [recorded, merged]).when(correct(0), at).then({ events: [aidCommandForwarded.of({ registerId, into, command: 'correct' })], commands: [correctAid.to(into, correct(0).data)] });
  });
});
