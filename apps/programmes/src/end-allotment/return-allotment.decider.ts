import { allotmentReturned, rankingAdvanced, type DataOf } from '@salvatempo/contracts';
import { accept, NOTHING, slice, type Cents } from '@salvatempo/kernel';
import { fundAfter, withFund, type Call, type Opened } from '../domain/call';
import { advance, withOutcome } from '../domain/ranking-course';

export interface ReturnAllotment {
  readonly allotmentId: string;
  readonly firmId: string;
  readonly amountCents: Cents;
}

/**
 * What an ended allotment didn't spend is free again, for other firms; of a ranked call for the next that wait, in the same write.
 * Throws where less is committed.
 */
export const returnAllotmentSlice = slice<Call, ReturnAllotment>({
  command: 'return-allotment',
  decide({ allotmentId, firmId, amountCents }, state, { at }) {
    if (state.status === 'absent') throw new Error(`${allotmentId} ended in no call`);
    if (amountCents === 0) return NOTHING;
    const fund = fundAfter(state, 'return', amountCents);
    const after = { ...state, committedCents: fund.committedCents };
    const returned = allotmentReturned.of({ callId: state.callId, allotmentId, firmId, amountCents, fund });
    // Behind the call's end nothing could be bought with it.
    return accept(returned, ...(at < state.terms.closesAt ? advance(after) : []));
  },
  evolve: {
    [allotmentReturned.type]: (state: Call, { allotmentId, fund }: DataOf<typeof allotmentReturned>): Call => withOutcome(withFund(state, fund) as Opened, (place) => place.allotmentId === allotmentId, 'ended'),
    [rankingAdvanced.type]: (state: Call, { allotmentId, fund }: DataOf<typeof rankingAdvanced>): Call => withOutcome(withFund(state, fund) as Opened, (place) => place.allotmentId === allotmentId, 'funded'),
  },
});
