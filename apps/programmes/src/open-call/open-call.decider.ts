import { callOpened, type CallTerms, type DataOf } from '@salvatempo/contracts';
import { accept, refuse, slice } from '@salvatempo/kernel';
import { fundOf, type Call } from '../domain/call';

export interface OpenCall {
  readonly terms: CallTerms;
}

/** Publishes a call with its terms and its whole budget free. */
export const openCallSlice = slice<Call, OpenCall>({
  command: 'open-call',
  decide({ terms }, state, { id, at }) {
    // Its id follows from the request, and a repeat of that never comes so far.
    if (state.status !== 'absent') throw new Error(`${id} is open already`);
    if (terms.closesAt <= terms.opensAt || terms.closesAt <= at) return refuse('call-dates');
    if (terms.firmCapCents > terms.budgetCents) return refuse('call-caps');
    const fund = fundOf({ status: 'open', callId: id, terms, committedCents: 0, paidCents: 0 });
    return accept(callOpened.of({ callId: id, terms, fund }));
  },
  evolve: {
    [callOpened.type]: (_: Call, { callId, terms }: DataOf<typeof callOpened>): Call => ({ status: 'open', callId, terms, committedCents: 0, paidCents: 0 }),
  },
});
