import { incentivePaid, incentiveRefused, payIncentive, type DataOf } from '@salvatempo/contracts';
import { accept, liveHold, romeDate, slice, withoutHold, type Decision } from '@salvatempo/kernel';
import { withDayPayment } from '../domain/interest';
import { endExpired, figuresOf, type Allotment, type Granted } from '../domain/allotment';

/** Turns a hold into a payment: once, and for a pinned one however late. What the clock ended is not paid (ADR 0130). */
export const payIncentiveSlice = slice<Allotment, DataOf<typeof payIncentive>>({
  command: payIncentive.type,
  decide({ purchaseId }, state, { id, at }): Decision {
    const no = incentiveRefused.of({ allotmentId: id, purchaseId, code: 'hold-expired' });
    if (state.status !== 'granted') return accept(no);
    const hold = liveHold(state.holds, purchaseId, at);
    if (!hold) return accept(...endExpired(state, at).events, no);
    const paid = withPayment(state, purchaseId, hold.amountCents);
    const { callId, firmId } = state;
    return accept(incentivePaid.of({ allotmentId: id, purchaseId, callId, firmId, amountCents: hold.amountCents, paidOn: romeDate(at), ...figuresOf(paid) }));
  },
  evolve: {
    [incentivePaid.type]: (state: Allotment, { purchaseId, amountCents, paidOn }: DataOf<typeof incentivePaid>): Allotment => {
      const paid = withPayment(state as Granted, purchaseId, amountCents);
      return paidOn === undefined ? paid : { ...paid, payments: withDayPayment(paid.payments, paidOn, amountCents) };
    },
  },
});

const withPayment = (state: Granted, purchaseId: string, amountCents: number): Granted => ({
  ...state,
  paidCents: state.paidCents + amountCents,
  holds: withoutHold(state.holds, purchaseId),
});
