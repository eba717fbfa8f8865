import { aidCommandForwarded, aidCorrected, aidRecorded, aidRegisterMerged, allotmentEnded, allotmentGranted, allotmentRequested, allotmentReserved, allotmentReturned, callOpened, correctAid, incentiveHeld, incentivePaid, incentivePinned, incentiveReleased, type CallTerms, type Ending, type InterestRule } from '@salvatempo/contracts';
import { addDays, addMs, DAY_MS, derivedId } from '@salvatempo/kernel';
import { given } from '@salvatempo/testing';
import fc from 'fast-check';
import { requestAllotmentSlice } from '../apply-for-call/request-allotment.decider';
import { reserveAllotmentSlice } from '../apply-for-call/reserve-allotment.decider';
import { grantAllotmentSlice } from '../apply-for-call/settle-allotment.decider';
import { aidRegister, aidRegisterIdOf } from '../domain/aid-register';
import { allotment, figuresOf } from '../domain/allotment';
import { call } from '../domain/call';
import { interestCents, withDayPayment } from '../domain/interest';
import { recordAidSlice } from '../hold-aid/record-aid.decider';
import { holdIncentiveSlice } from '../hold-incentive/hold-incentive.decider';
import { payIncentiveSlice } from '../hold-incentive/pay-incentive.decider';
import { pinIncentiveSlice } from '../hold-incentive/pin-incentive.decider';
import { releaseIncentiveSlice } from '../hold-incentive/release-incentive.decider';
import { mergeRegisterSlice } from '../link-undertakings/merge-register.decider';
import { openCallSlice } from '../open-call/open-call.decider';
import { interestFile } from '../rule-files/rule-files.table';
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
const end = (how: Ending, rate: object = {}) => ({ type: 'end-allotment', data: { how, reason: 'attività cessata', ...(how === 'revoked' && { rates: interestFile }), ...rate } });
const ownRate = { interestBasisPoints: 250, interestReason: 'tasso del bando' };
const ended = (how: Ending, returnedCents: number, paidCents: number, recoverCents = 0, interest = 0, interestRule?: InterestRule, revokedOn = '2026-09-10') =>
  allotmentEnded.of({ ...parties, how, reason: 'attività cessata', returnedCents, paidCents, recoverCents, interestCents: interest, ...(interestRule && { interestRule, revokedOn }) });
const byTable = { version: interestFile.version };
const here = { id: allotmentId, at: AT };

describe('a grant that ends before its time', () => {
  it('gives back what wasn’t paid; a revoked one is recovered with interest from the day of payment', () => {
    given(aGrant, [requested, granted]).when(end('renounced'), here).then([ended('renounced', 10_000, 0)]);
    given(aGrant, [requested, granted, held, pinned, paid]).when(end('renounced'), here).then([ended('renounced', 7_200, 2_800)]);
    // 28,00 for 112 days of 2026 and 253 of 2027 at 1.6% are 0,448.
    const aYearLater = { ...here, at: '2027-09-10T10:00:00.000Z' };
    given(aGrant, [requested, granted, held, pinned, paid]).when(end('revoked'), aYearLater).then([ended('revoked', 7_200, 2_800, 2_800, 45, byTable, '2027-09-10')]);
    // At 2.5%, 0,70.
    given(aGrant, [requested, granted, held, pinned, paid]).when(end('revoked', ownRate), aYearLater).then([ended('revoked', 7_200, 2_800, 2_800, 70, { basisPoints: 250, reason: 'tasso del bando' }, '2027-09-10')]);
    given(aGrant, [requested, granted]).when(end('revoked', { interestBasisPoints: 250 }), here).then({ code: 'interest-unexplained' });
    given(aGrant, [requested, granted]).when(end('revoked', { interestReason: 'perché' }), here).then({ code: 'interest-unexplained' });
  });

  it('that is spent gives back the rest, and can still be taken back afterwards', () => {
    const spent = [requested, granted, held, pinned, paid, ended('spent', 7_200, 2_800)];
    given(aGrant, spent.slice(0, 5)).when(end('spent'), here).then([spent[5]!]);
    given(aGrant, spent).when(end('renounced'), here).then({ code: 'allotment-not-granted' });
    given(aGrant, spent).when(end('revoked'), here).then([ended('revoked', 0, 2_800, 2_800, 0, byTable)]);
  });

  it('doesn’t while a purchase is under way; what the clock ended is given back first', () => {
    given(aGrant, [requested, granted, held]).when(end('renounced'), here).then({ code: 'allotment-in-use' });
    given(aGrant, [requested, granted, held, pinned]).when(end('revoked'), { ...here, at: addMs(AT, DAY_MS) }).then({ code: 'allotment-in-use' });
    const expired = incentiveReleased.of({ allotmentId, purchaseId, amountCents: 2_800, reason: 'expired', heldCents: 0, paidCents: 0, freeCents: 10_000 });
    given(aGrant, [requested, granted, held]).when(end('revoked'), { ...here, at: addMs(AT, DAY_MS) }).then([expired, ended('revoked', 10_000, 0, 0, 0, byTable, '2026-09-11')]);
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
  const days = fc.integer({ min: 0, max: 3_000 }).map((n) => addDays('2019-01-01', n));
  const payments = fc.array(fc.record({ cents: fc.integer({ min: 1, max: 10_000_000 }), on: days }), { minLength: 1, maxLength: 20 });
  const { rows } = interestFile;
  /** Each day by itself, as somebody would with a calendar. */
  const slowly = (cents: number, on: string, until: string): number => {
    let sum = 0;
    for (let day = addDays(on, 1); day <= until; day = addDays(day, 1)) sum += rows.find(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo))!.basisPoints;
    return (cents * sum) / (365 * 10_000);
  };

  it('counts each day after the payment at that day’s rate, over years and leap days, and rounds the sum once', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ cents: fc.integer({ min: 1, max: 10_000_000 }), on: days }), { minLength: 1, maxLength: 3 }), days, (paidOnDays, day) => {
        const each = paidOnDays.reduce((sum, { cents, on }) => sum + slowly(cents, on, day), 0);
        expect(Math.abs(interestCents(paidOnDays, day, rows) - each)).toBeLessThanOrEqual(0.5001);
      }),
      { numRuns: 30 },
    );
  });

  it('is the same however payments of a day stand together, never negative, and never less a day later', () => {
    fc.assert(
      fc.property(payments, days, (all, day) => {
        const together = all.reduce((list, { on, cents }) => withDayPayment(list, on, cents), [] as ReturnType<typeof withDayPayment>);
        const interest = interestCents(all, day, rows);
        expect(interestCents(together, day, rows)).toBe(interest);
        expect(interest).toBeGreaterThanOrEqual(0);
        expect(interestCents(all, addDays(day, 1), rows)).toBeGreaterThanOrEqual(interest);
      }),
    );
  });

  it('rounds half up, and knows no day without a rate', () => {
    const at = (basisPoints: number) => [{ validFrom: '2020-01-01', validTo: null, basisPoints }];
    // 1,00 for a year at 0.5% is half a cent.
    expect([50, 49].map((rate) => interestCents([{ on: '2021-01-01', cents: 100 }], '2022-01-01', at(rate)))).toEqual([1, 0]);
    expect(() => interestCents([{ on: '2019-12-30', cents: 100 }], '2022-01-01', at(50))).toThrow('has one rate');
  });
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
