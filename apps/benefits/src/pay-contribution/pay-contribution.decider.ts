import { contributionPaid, contributionRefused, type DataOf } from '@salvatempo/contracts';
import { accept, refuse, romeDate, slice } from '@salvatempo/kernel';
import { contributionPersonalOf, personalOfContribution, type Contribution } from '../domain/contribution';
import { oldestMonthTold } from '../domain/payroll';

export interface PayContribution {
  /** A day in Rome, from the request on, and so late that a closing still tells it (ADR 0264). */
  readonly paidOn: string;
  /** Of the transfer; in no event. */
  readonly reference: string;
}

/** Says that the firm paid a contribution to its fund. */
export const payContributionSlice = slice<Contribution, PayContribution>({
  command: 'pay-contribution',
  decide({ paidOn, reference }, { status, askedOn, firmId, personId, amountCents, taxYear }, { id, at, personal }) {
    if (status !== 'waiting') return refuse('contribution-not-waiting');
    const today = romeDate(at);
    const oldest = `${oldestMonthTold(today)}-01`;
    const from = askedOn > oldest ? askedOn : oldest;
    if (paidOn < from || paidOn > today) return refuse('contribution-paid-day', { from: from.split('-').reverse().join('/') });
    const event = contributionPaid.of({ contributionId: id, firmId, personId, amountCents, taxYear, paidOn });
    return { ...accept(event), personal: personalOfContribution({ ...contributionPersonalOf(personal), reference }) };
  },
  evolve: {
    [contributionPaid.type]: ({ dueOn: _, ...state }: Contribution, { paidOn }: DataOf<typeof contributionPaid>): Contribution => ({ ...state, status: 'paid', paidOn }),
  },
});

export interface RefuseContribution {
  readonly code: string;
  /** For the person to read; in no event. */
  readonly note?: string;
}

/** Says why the firm doesn't pay a contribution: its credit goes back. */
export const refuseContributionSlice = slice<Contribution, RefuseContribution>({
  command: 'refuse-contribution',
  decide({ code, note }, { status }, { id, personal }) {
    if (status !== 'waiting') return refuse('contribution-not-waiting');
    const kept = { ...contributionPersonalOf(personal), ...(note !== undefined && { note }) };
    return { ...accept(contributionRefused.of({ contributionId: id, by: 'payroll', code })), personal: personalOfContribution(kept) };
  },
  evolve: {
    [contributionRefused.type]: ({ dueOn: _, ...state }: Contribution, { code, leftCents }: DataOf<typeof contributionRefused>): Contribution => ({ ...state, status: 'refused', code, ...(leftCents !== undefined && { leftCents }) }),
  },
});
