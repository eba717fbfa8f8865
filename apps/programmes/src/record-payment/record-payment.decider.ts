import { fundPaymentRecorded, type DataOf } from '@salvatempo/contracts';
import { accept, slice, type Cents } from '@salvatempo/kernel';
import { fundOf, withFund, type Call } from '../domain/call';

export interface RecordPayment {
  readonly purchaseId: string;
  readonly amountCents: Cents;
}

/** Moves an amount of the fund from committed to paid. Throws where less is committed: an allotment would have paid what it never got. */
export const recordPaymentSlice = slice<Call, RecordPayment>({
  command: 'record-payment',
  decide({ purchaseId, amountCents }, state) {
    if (state.status === 'absent') throw new Error(`${purchaseId} was paid from no call`);
    const { committedCents, paidCents } = state;
    const fund = fundOf({ ...state, committedCents: committedCents - amountCents, paidCents: paidCents + amountCents });
    return accept(fundPaymentRecorded.of({ callId: state.callId, purchaseId, amountCents, fund }));
  },
  evolve: {
    [fundPaymentRecorded.type]: (state: Call, { fund }: DataOf<typeof fundPaymentRecorded>): Call => withFund(state, fund),
  },
});
