import { allotmentEnded, allotmentGranted, allotmentRecovered, allotmentRequested, allotmentVerified, callOpened, fundRecoveryRecorded, incentivePaid, type CallTerms, type InterestRule } from '@salvatempo/contracts';
import { addDays, derivedId } from '@salvatempo/kernel';
import { given } from '@salvatempo/testing';
import fc from 'fast-check';
import { requestAllotmentSlice } from '../apply-for-call/request-allotment.decider';
import { grantAllotmentSlice } from '../apply-for-call/settle-allotment.decider';
import { allotment, debtOf, type Ended } from '../domain/allotment';
import { call } from '../domain/call';
import { MAX_REPAYMENTS, owedOn, sumOf } from '../domain/recovery';
import { endAllotmentSlice } from '../end-allotment/end-allotment.decider';
import { payIncentiveSlice } from '../hold-incentive/pay-incentive.decider';
import { openCallSlice } from '../open-call/open-call.decider';
import { verifyAllotmentSlice } from '../report-allotment/report-allotment.decider';
import { interestFile } from '../rule-files/rule-files.table';
import { recordRepaymentSlice } from './record-repayment.decider';
import { recoverFundSlice } from './recover-fund.decider';

const aGrant = { ...allotment, slices: [requestAllotmentSlice, grantAllotmentSlice, payIncentiveSlice, endAllotmentSlice, verifyAllotmentSlice, recordRepaymentSlice] };
const [callId, firmId, allotmentId] = ['cal', 'com', 'alt'].map((prefix) => derivedId(prefix, 'spec')) as [string, string, string];
const parties = { callId, allotmentId, firmId };
const terms: CallTerms = {
  title: 'Tempo per te', incentiveBasisPoints: 7_000, firmCapCents: 1_000_000, personCapCents: 5_000, budgetCents: 5_000_000, maxHeadcount: 3, headcountBasis: 'employees',
  eligibleServiceCodes: ['laundry-ironing'], opensAt: '2026-01-01T00:00:00.000Z', closesAt: '2026-12-01T00:00:00.000Z',
};
const by = derivedId('per', 'operator');
const bought = [
  allotmentRequested.of({ ...parties, askedCents: 1_000_000 }),
  allotmentGranted.of({ ...parties, amountCents: 1_000_000, terms }),
  incentivePaid.of({ allotmentId, purchaseId: derivedId('pur', '1'), callId, firmId, amountCents: 1_000_000, paidOn: '2026-03-02', heldCents: 0, paidCents: 1_000_000, freeCents: 0 }),
];
const table: InterestRule = { version: interestFile.version };
/** 10.000,00 paid on 2 March, revoked after 122 days at 1.6%: 53,48. */
const revokedWith = (interestRule: InterestRule, more: object = { revokedOn: '2026-07-02' }) =>
  allotmentEnded.of({ ...parties, how: 'revoked', reason: 'controllo', returnedCents: 0, paidCents: 1_000_000, recoverCents: 1_000_000, interestCents: 5_348, interestRule, ...more });
const revoked = [...bought, revokedWith(table)];
const here = { id: allotmentId, at: '2026-12-31T12:00:00.000Z' };
const repay = (amountCents: number, paidOn: string, proof = 'CRO 1') => ({ type: 'record-repayment', data: { amountCents, paidOn, proof, rates: interestFile, by } });
const repaid = (principalCents: number, interestCents: number, left: { principalCents: number; interestCents: number }, paidOn: string, proof = 'CRO 1', interestRule: InterestRule = table) =>
  allotmentRecovered.of({ ...parties, by, amountCents: principalCents + interestCents, principalCents, interestCents, left, paidOn, proof, interestRule });

describe('what a firm pays back of a revoked grant', () => {
  it('is interest first, up to its day, then principal, which bears no more from then on', () => {
    given(aGrant, bought).when({ type: 'end-allotment', data: { how: 'revoked', reason: 'controllo', rates: interestFile } }, { id: allotmentId, at: '2026-07-02T08:00:00.000Z' }).then([revokedWith(table)]);
    // 73 days more at 1.6% are 32,00: 85,48 of interest before the rest.
    const first = repaid(491_452, 8_548, { principalCents: 508_548, interestCents: 0 }, '2026-09-13');
    given(aGrant, revoked).when(repay(500_000, '2026-09-13'), here).then([first]);
    // 73 days more on what is left: 16,27.
    const rest = repaid(508_548, 1_627, { principalCents: 0, interestCents: 0 }, '2026-11-25', 'CRO 2');
    given(aGrant, [...revoked, first]).when(repay(510_175, '2026-11-25', 'CRO 2'), here).then([rest]);
    given(aGrant, [...revoked, first, rest]).when(repay(1, '2026-11-26', 'CRO 3'), here).then({ code: 'nothing-to-recover' });
  });

  it('of less than the interest leaves the principal as it is', () => {
    given(aGrant, revoked).when(repay(5_000, '2026-07-02'), here).then([repaid(0, 5_000, { principalCents: 1_000_000, interestCents: 348 }, '2026-07-02')]);
  });

  it('is never above what is owed on its day', () => {
    given(aGrant, revoked).when(repay(1_008_549, '2026-09-13'), here).then({ code: 'repayment-exceeds-owed', params: { owed: '10.085,48 €' } });
    given(aGrant, revoked).when(repay(1_008_548, '2026-09-13'), here).then([repaid(1_000_000, 8_548, { principalCents: 0, interestCents: 0 }, '2026-09-13')]);
  });

  it('comes in the order of its days, neither before the revocation nor of the future, and each payment once', () => {
    const first = repaid(0, 5_000, { principalCents: 1_000_000, interestCents: 348 }, '2026-07-10');
    for (const day of ['2026-07-01', '2027-01-01']) given(aGrant, revoked).when(repay(1, day), here).then({ code: 'repayment-date' });
    given(aGrant, [...revoked, first]).when(repay(1, '2026-07-09', 'CRO 2'), here).then({ code: 'repayment-date' });
    given(aGrant, [...revoked, first]).when(repay(1, '2026-07-10'), here).then({ code: 'repayment-recorded-already' });
    const many = Array.from({ length: MAX_REPAYMENTS }, (_, n) => repaid(0, 1, { principalCents: 1_000_000, interestCents: 348 }, '2026-07-10', `CRO ${n}`));
    given(aGrant, [...revoked, ...many]).when(repay(1, '2026-07-10', 'CRO 999'), here).then({ code: 'repayments-full' });
  });

  it('is of an ended grant of which something is to be recovered', () => {
    given(aGrant, bought).when(repay(1, '2026-09-13'), here).then({ code: 'nothing-to-recover' });
    const spent = allotmentEnded.of({ ...parties, how: 'spent', reason: 'fine', returnedCents: 0, paidCents: 1_000_000, recoverCents: 0, interestCents: 0 });
    given(aGrant, [...bought, spent]).when(repay(1, '2026-09-13'), here).then({ code: 'nothing-to-recover' });
  });

  it('bears the operator’s own rate where the revocation did, and none since a revocation whose day wasn’t recorded', () => {
    const own = { basisPoints: 500, reason: 'bando' };
    given(aGrant, [...bought, revokedWith(own)]).when(repay(15_348, '2026-09-13'), here).then([repaid(0, 15_348, { principalCents: 1_000_000, interestCents: 0 }, '2026-09-13', 'CRO 1', own)]);
    given(aGrant, [...bought, revokedWith(table, {})]).when(repay(5_349, '2026-09-13'), here).then([repaid(1, 5_348, { principalCents: 999_999, interestCents: 0 }, '2026-09-13')]);
  });

  it('adds up to the principal and all interest, however many parts it comes in, and later is never cheaper', () => {
    const parts = fc.array(fc.record({ days: fc.integer({ min: 0, max: 60 }), share: fc.integer({ min: 1, max: 100 }) }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(parts, (all) => {
        let seen = given(aGrant, revoked);
        let [day, principal] = ['2026-07-02', 0];
        all.forEach(({ days, share }, n) => {
          day = addDays(day, days);
          const owed = owedOn(debtOf(seen.state as Ended), day, interestFile.rows);
          if (sumOf(owed) === 0) return;
          const amountCents = Math.max(1, Math.floor((sumOf(owed) * share) / 100));
          const { state, decision } = seen.when(repay(amountCents, day, `CRO ${n}`), { id: allotmentId, at: '2040-01-01T12:00:00.000Z' });
          if (!decision.ok) throw new Error(decision.refusal.code);
          principal += (state as Ended).repayments!.at(-1)!.principalCents;
          const left = owedOn(debtOf(state as Ended), day, interestFile.rows);
          expect([left.principalCents, sumOf(left)]).toEqual([1_000_000 - principal, sumOf(owed) - amountCents]);
          expect(sumOf(owedOn(debtOf(state as Ended), addDays(day, 1), interestFile.rows))).toBeGreaterThanOrEqual(sumOf(left));
          seen = given({ ...aGrant, initial: state });
        });
      }),
      { numRuns: 50 },
    );
  });
});

describe('what a verification cut', () => {
  const closed = allotmentEnded.of({ ...parties, how: 'spent', reason: 'fine', returnedCents: 0, paidCents: 1_000_000, recoverCents: 0, interestCents: 0 });
  const verified = allotmentVerified.of({ ...parties, reason: 'controllo', by, admittedCents: 900_000, recoverCents: 100_000, verifiedOn: '2026-07-02' });
  const cut = [...bought, closed, verified];
  const event = allotmentRecovered.of({ ...parties, by, amountCents: 50_000, principalCents: 50_000, interestCents: 0, left: { principalCents: 50_000, interestCents: 0 }, paidOn: '2026-08-02', proof: 'CRO 1' });

  it('is paid back without interest, and counts where the grant is revoked afterwards', () => {
    given(aGrant, cut).when(repay(50_000, '2026-08-02'), here).then([event]);
    given(aGrant, cut).when(repay(100_001, '2026-12-30'), here).then({ code: 'repayment-exceeds-owed', params: { owed: '1.000,00 €' } });
    const after = given(aGrant, [...cut, event]).when({ type: 'end-allotment', data: { how: 'revoked', reason: 'controllo', rates: interestFile } }, { id: allotmentId, at: '2026-09-13T08:00:00.000Z' });
    // 195 days on 10.000,00, less 42 days on 500,00: 85,48 less 0,92.
    after.thenState({ recoverCents: 1_000_000, interestCents: 8_456, debt: { principalCents: 950_000, interestCents: 8_456, from: '2026-09-13', bears: true } });
  });
});

describe('a call', () => {
  const fund = { budgetCents: 5_000_000, committedCents: 0, paidCents: 0, freeCents: 5_000_000 };
  const aCall = { ...call, slices: [openCallSlice, recoverFundSlice] };
  const recover = (principalCents: number, interestCents: number) => ({ type: 'recover-fund', data: { allotmentId, principalCents, interestCents } });
  const counted = (principalCents: number, interestCents: number, recovered: { principalCents: number; interestCents: number }) => fundRecoveryRecorded.of({ callId, allotmentId, principalCents, interestCents, recovered });
  const opened = callOpened.of({ callId, terms, fund });

  it('counts what came back apart, and nothing of it is free', () => {
    const first = counted(40, 2, { principalCents: 40, interestCents: 2 });
    given(aCall, [opened]).when(recover(40, 2)).then([first]);
    given(aCall, [opened, first]).when(recover(60, 1)).then([counted(60, 1, { principalCents: 100, interestCents: 3 })]);
    given(aCall, [opened]).when(recover(40, 2)).thenState({ committedCents: 0, paidCents: 0 });
    expect(() => given(aCall).when(recover(1, 0))).toThrow('no call');
  });
});
