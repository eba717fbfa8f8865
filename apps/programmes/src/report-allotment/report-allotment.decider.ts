import { allotmentPaid, allotmentReported, allotmentVerified, type DataOf } from '@salvatempo/contracts';
import { accept, refuse, romeDate, slice, type Cents } from '@salvatempo/kernel';
import type { Allotment, Ended, Report } from '../domain/allotment';

/** Who changes a spent grant, and why. */
interface Change {
  readonly reason: string;
  readonly by: string;
}

export interface ReportAllotment extends Change {
  /** What the dossier says can be reported of the firm's spending now. */
  readonly reportableCents: Cents;
}

export interface VerifyAllotment extends Change {
  readonly admittedCents: Cents;
}

export interface PayAllotment extends Change {
  /** A day in Rome. */
  readonly paidOn: string;
  /** Reference of the payment. */
  readonly proof: string;
}

/** The report of a grant whose spending is over is handed in: whole, so only once all that was paid can be reported. */
export const reportAllotmentSlice = slice<Allotment, ReportAllotment>({
  command: 'report-allotment',
  decide({ reportableCents, ...change }, state) {
    if (state.status !== 'ended' || state.how !== 'spent' || state.report) return refuse('allotment-not-spent');
    const { paidCents } = state;
    if (paidCents === 0 || reportableCents < paidCents) return refuse('report-incomplete');
    return accept(allotmentReported.of({ ...partiesOf(state), ...change, reportedCents: paidCents, paidCents }));
  },
  evolve: {
    [allotmentReported.type]: (state: Allotment, { reportedCents }: DataOf<typeof allotmentReported>): Allotment => withReport(state, { stage: 'reported', reportedCents }),
  },
});

/** An operator admits a reported amount, whole or in part. What isn't admitted was paid all the same, and is recovered from the firm. */
export const verifyAllotmentSlice = slice<Allotment, VerifyAllotment>({
  command: 'verify-allotment',
  decide({ admittedCents, ...change }, state, { at }) {
    if (state.status !== 'ended' || state.report?.stage !== 'reported') return refuse('allotment-not-reported');
    const { cor, paidCents, report } = state;
    if (admittedCents > report.reportedCents) return refuse('admitted-exceeds-reported');
    return accept(allotmentVerified.of({ ...partiesOf(state), ...change, admittedCents, recoverCents: paidCents - admittedCents, verifiedOn: romeDate(at), ...(cor !== undefined && { cor }) }));
  },
  evolve: {
    [allotmentVerified.type]: (state: Allotment, { admittedCents, recoverCents, verifiedOn }: DataOf<typeof allotmentVerified>): Allotment =>
      withReport({ ...(state as Ended), recoverCents, ...(recoverCents > 0 && { debt: { principalCents: recoverCents, interestCents: 0, from: verifiedOn, bears: false } }) }, { stage: 'verified', admittedCents, verifiedOn }),
  },
});

/** The funder paid what was admitted, on a day and with a reference that proves it. */
export const payAllotmentSlice = slice<Allotment, PayAllotment>({
  command: 'pay-allotment',
  decide({ paidOn, proof, ...change }, state, { at }) {
    if (state.status !== 'ended' || state.report?.stage !== 'verified') return refuse('allotment-not-verified');
    if (paidOn < state.report.verifiedOn! || paidOn > romeDate(at)) return refuse('payment-date');
    return accept(allotmentPaid.of({ ...partiesOf(state), ...change, amountCents: state.report.admittedCents!, paidOn, proof }));
  },
  evolve: {
    [allotmentPaid.type]: (state: Allotment, { paidOn, proof }: DataOf<typeof allotmentPaid>): Allotment => withReport(state, { stage: 'paid', paidOn, proof }),
  },
});

const partiesOf = ({ callId, allotmentId, firmId }: Ended): Pick<Ended, 'callId' | 'allotmentId' | 'firmId'> => ({ callId, allotmentId, firmId });

const withReport = (state: Allotment, change: Partial<Report> & Pick<Report, 'stage'>): Allotment => {
  const ended = state as Ended;
  return { ...ended, report: { ...(ended.report as Report), ...change } };
};
