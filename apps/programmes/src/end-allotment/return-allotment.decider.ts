import { allotmentReturned, type DataOf } from '@salvatempo/contracts';
import { accept, NOTHING, slice, type Cents } from '@salvatempo/kernel';
import { fundOf, withFund, type Call } from '../domain/call';

export interface ReturnAllotment {
  readonly allotmentId: string;
  readonly firmId: string;
  readonly amountCents: Cents;
}

/** What an ended allotment didn't spend is free again, for other firms. Throws where less is committed. */
export const returnAllotmentSlice = slice<Call, ReturnAllotment>({
  command: 'return-allotment',
  decide({ allotmentId, firmId, amountCents }, state) {
    if (state.status === 'absent') throw new Error(`${allotmentId} ended in no call`);
    if (amountCents === 0) return NOTHING;
    const fund = fundOf({ ...state, committedCents: state.committedCents - amountCents });
    return accept(allotmentReturned.of({ callId: state.callId, allotmentId, firmId, amountCents, fund }));
  },
  evolve: {
    [allotmentReturned.type]: (state: Call, { fund }: DataOf<typeof allotmentReturned>): Call => withFund(state, fund),
  },
});
