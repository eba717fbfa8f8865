import { allotmentRecovered, type DataOf } from '@salvatempo/contracts';
import { accept, formatEuro, refuse, romeDate, slice, type Cents } from '@salvatempo/kernel';
import { debtOf, type Allotment, type Ended } from '../domain/allotment';
import { imputed, MAX_REPAYMENTS, owedOn, sumOf } from '../domain/recovery';
import { ratesOf, type RecoveryRates } from '../domain/interest';

export interface RecordRepayment {
  readonly amountCents: Cents;
  /** A day in Rome. */
  readonly paidOn: string;
  /** Reference of the payment; each is recorded once. */
  readonly proof: string;
  readonly rates: RecoveryRates;
  /** Who recorded it. */
  readonly by: string;
}

/** What a firm paid back of its grant, whole or in part and never more than it owed on that day, in the order of their days. */
export const recordRepaymentSlice = slice<Allotment, RecordRepayment>({
  command: 'record-repayment',
  decide({ amountCents, paidOn, proof, rates, by }, state, { at }) {
    if (state.status !== 'ended' || sumOf(debtOf(state)) === 0) return refuse('nothing-to-recover');
    const { callId, allotmentId, firmId, repayments = [], interestRule } = state;
    const debt = debtOf(state);
    if (paidOn > romeDate(at) || (debt.from !== undefined && paidOn < debt.from)) return refuse('repayment-date');
    if (repayments.some((one) => one.proof === proof)) return refuse('repayment-recorded-already');
    if (repayments.length >= MAX_REPAYMENTS) return refuse('repayments-full');
    const owed = owedOn(debt, paidOn, ratesOf(interestRule, rates));
    if (amountCents > sumOf(owed)) return refuse('repayment-exceeds-owed', { owed: formatEuro(sumOf(owed)) });
    const part = imputed(owed, amountCents);
    const left = { principalCents: owed.principalCents - part.principalCents, interestCents: owed.interestCents - part.interestCents };
    const rule = debt.bears ? { interestRule: interestRule?.basisPoints === undefined ? { version: rates.version } : interestRule } : {};
    return accept(allotmentRecovered.of({ callId, allotmentId, firmId, by, amountCents, ...part, left, paidOn, proof, ...rule }));
  },
  evolve: {
    [allotmentRecovered.type]: (state: Allotment, { principalCents, interestCents, left, paidOn: on, proof }: DataOf<typeof allotmentRecovered>): Allotment => {
      const ended = state as Ended;
      return { ...ended, debt: { ...left, from: on, bears: debtOf(ended).bears }, repayments: [...(ended.repayments ?? []), { on, principalCents, interestCents, proof }] };
    },
  },
});
