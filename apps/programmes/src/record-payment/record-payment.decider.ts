import { fundPaymentRecorded, type DataOf } from '@salvatempo/contracts';
import { accept, slice, type Cents } from '@salvatempo/kernel';
import { fundAfter, withFund, type Call } from '../domain/call';

export interface RecordPayment {
  readonly purchaseId: string;
  readonly amountCents: Cents;
}

/** Moves an amount of the fund from committed to paid. Throws where less is committed: an allotment would have paid what it never got. */
export const recordPaymentSlice = slice<Call, RecordPayment>({
  command: 'record-payment',
  decide({ purchaseId, amountCents }, state) {
    if (state.status === 'absent') throw new Error(`${purchaseId} was paid from no call`);
    return accept(fundPaymentRecorded.of({ callId: state.callId, purchaseId, amountCents, fund: fundAfter(state, 'pay', amountCents) }));
  },
  evolve: {
    [fundPaymentRecorded.type]: (state: Call, { fund }: DataOf<typeof fundPaymentRecorded>): Call => withFund(state, fund),
  },
});
