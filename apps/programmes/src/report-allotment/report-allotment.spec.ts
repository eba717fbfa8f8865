import { allotmentEnded, allotmentGranted, allotmentPaid, allotmentReported, allotmentRequested, allotmentVerified, incentiveHeld, incentivePaid, incentivePinned, type CallTerms } from '@salvatempo/contracts';
import { addMs, derivedId } from '@salvatempo/kernel';
import { given } from '@salvatempo/testing';
import { requestAllotmentSlice } from '../apply-for-call/request-allotment.decider';
import { grantAllotmentSlice } from '../apply-for-call/settle-allotment.decider';
import { allotment } from '../domain/allotment';
import { endAllotmentSlice } from '../end-allotment/end-allotment.decider';
import { holdIncentiveSlice } from '../hold-incentive/hold-incentive.decider';
import { payIncentiveSlice } from '../hold-incentive/pay-incentive.decider';
import { pinIncentiveSlice } from '../hold-incentive/pin-incentive.decider';
import { interestFile } from '../rule-files/rule-files.table';
import { payAllotmentSlice, reportAllotmentSlice, verifyAllotmentSlice } from './report-allotment.decider';

const aGrant = { ...allotment, slices: [requestAllotmentSlice, grantAllotmentSlice, holdIncentiveSlice, pinIncentiveSlice, payIncentiveSlice, endAllotmentSlice, reportAllotmentSlice, verifyAllotmentSlice, payAllotmentSlice] };
const [callId, firmId, allotmentId, by] = ['cal', 'com', 'alt', 'per'].map((prefix) => derivedId(prefix, 'spec')) as [string, string, string, string];
const purchaseId = derivedId('pur', '1');
const terms: CallTerms = {
  title: 'Tempo per te', incentiveBasisPoints: 7_000, firmCapCents: 10_000, personCapCents: 5_000, budgetCents: 50_000, maxHeadcount: 3,
  headcountBasis: 'employees', eligibleServiceCodes: ['laundry-ironing'], opensAt: '2026-09-01T00:00:00.000Z', closesAt: '2026-12-01T00:00:00.000Z',
};
const AT = '2026-09-10T10:00:00.000Z';
const here = { id: allotmentId, at: AT };
const parties = { callId, allotmentId, firmId };
const granted = [allotmentRequested.of({ ...parties, askedCents: 10_000 }), allotmentGranted.of({ ...parties, amountCents: 10_000, terms, cor: '77' })];
const bought = [
  ...granted,
  incentiveHeld.of({ allotmentId, purchaseId, amountCents: 2_800, expiresAt: addMs(AT, 60_000), heldCents: 2_800, paidCents: 0, freeCents: 7_200 }),
  incentivePinned.of({ allotmentId, purchaseId, amountCents: 2_800 }),
  incentivePaid.of({ allotmentId, purchaseId, callId, firmId, amountCents: 2_800, paidOn: '2026-09-10', heldCents: 0, paidCents: 2_800, freeCents: 7_200 }),
];
const closed = (how: 'spent' | 'renounced' | 'revoked', returnedCents: number, paidCents: number) => allotmentEnded.of({ ...parties, how, reason: 'fine', returnedCents, paidCents, recoverCents: 0, interestCents: 0, cor: '77' });
const spent = [...bought, closed('spent', 7_200, 2_800)];
const why = { reason: 'controllo', by };
const reported = [...spent, allotmentReported.of({ ...parties, ...why, reportedCents: 2_800, paidCents: 2_800 })];
const verifiedAs = (admittedCents: number) => allotmentVerified.of({ ...parties, ...why, admittedCents, recoverCents: 2_800 - admittedCents, verifiedOn: '2026-09-10', cor: '77' });
const verified = [...reported, verifiedAs(2_000)];
const paidEvent = allotmentPaid.of({ ...parties, ...why, amountCents: 2_000, paidOn: '2026-09-12', proof: 'mandato 418' });
const report = (reportableCents: number) => ({ type: 'report-allotment', data: { ...why, reportableCents } });
const verify = (admittedCents: number) => ({ type: 'verify-allotment', data: { ...why, admittedCents } });
const pay = (paidOn: string) => ({ type: 'pay-allotment', data: { ...why, paidOn, proof: 'mandato 418' } });
const later = { id: allotmentId, at: '2026-09-12T10:00:00.000Z' };

describe('the report of a spent grant', () => {
  it('is handed in whole, once, and not before all that was paid can be reported', () => {
    given(aGrant, spent).when(report(2_800), here).then([reported.at(-1)!]);
    given(aGrant, spent).when(report(2_799), here).then({ code: 'report-incomplete' });
    given(aGrant, [...granted, closed('spent', 10_000, 0)]).when(report(0), here).then({ code: 'report-incomplete' });
    for (const events of [granted, bought, reported, [...bought, closed('renounced', 7_200, 2_800)], [...bought, closed('revoked', 7_200, 2_800)]]) given(aGrant, events).when(report(2_800), here).then({ code: 'allotment-not-spent' });
  });

  it('is admitted whole or in part, once, never beyond what was reported; the rest is recovered', () => {
    given(aGrant, reported).when(verify(2_000), here).then([verifiedAs(2_000)]);
    given(aGrant, reported).when(verify(2_800), here).then([verifiedAs(2_800)]);
    given(aGrant, reported).when(verify(0), here).thenState({ status: 'ended', recoverCents: 2_800, report: { stage: 'verified', reportedCents: 2_800, admittedCents: 0, verifiedOn: '2026-09-10' } });
    given(aGrant, reported).when(verify(2_801), here).then({ code: 'admitted-exceeds-reported' });
    for (const events of [bought, spent, verified]) given(aGrant, events).when(verify(1), here).then({ code: 'allotment-not-reported' });
  });

  it('is paid by the funder once it was verified, on a day that was', () => {
    given(aGrant, verified).when(pay('2026-09-12'), later).then([paidEvent]);
    for (const day of ['2026-09-09', '2026-09-13']) given(aGrant, verified).when(pay(day), later).then({ code: 'payment-date' });
    for (const events of [spent, reported, [...verified, paidEvent]]) given(aGrant, events).when(pay('2026-09-12'), later).then({ code: 'allotment-not-verified' });
  });

  it('doesn’t keep a grant from being taken back, with all that was paid', () => {
    for (const events of [reported, verified, [...verified, paidEvent]]) given(aGrant, events).when({ type: 'end-allotment', data: { how: 'revoked', reason: 'controllo', rates: interestFile } }, later).thenState({ how: 'revoked', recoverCents: 2_800 });
  });
});
