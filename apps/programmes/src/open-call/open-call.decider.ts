import { callOpened, type CallTerms, type DataOf } from '@salvatempo/contracts';
import { accept, refuse, slice } from '@salvatempo/kernel';
import { fundOf, type Call } from '../domain/call';
import { isConsistent } from '../domain/points';

export interface OpenCall {
  readonly terms: CallTerms;
  /** Whether the regulation on aid is in force from the first to the last day of the call. */
  readonly regimeInForce?: boolean;
  /** What the officer publishes; `terms.textVersion` names its version. */
  readonly text?: string;
}

/** Publishes a call with its terms and its whole budget free. */
export const openCallSlice = slice<Call, OpenCall>({
  command: 'open-call',
  decide({ terms, text, regimeInForce = true }, state, { id, at }) {
    // Its id follows from the request, and a repeat of that never comes so far.
    if (state.status !== 'absent') throw new Error(`${id} is open already`);
    if (terms.closesAt <= terms.opensAt || terms.closesAt <= at) return refuse('call-dates');
    if (terms.firmCapCents > terms.budgetCents) return refuse('call-caps');
    if ((terms.orderCapCents ?? 0) > terms.firmCapCents) return refuse('call-order-caps');
    if (!regimeInForce) return refuse('aid-regime-not-in-force');
    if (terms.onAidExcess !== undefined && terms.aidRegime === undefined) return refuse('aid-excess-without-regime');
    const { ranking } = terms;
    if (ranking && (ranking.applicationsCloseAt <= terms.opensAt || ranking.applicationsCloseAt > terms.closesAt || ranking.applicationsCloseAt <= at)) return refuse('ranking-dates');
    if (ranking && !isConsistent(ranking.criteria)) return refuse('points-table-invalid');
    const fund = fundOf({ callId: id, terms, committedCents: 0, paidCents: 0 });
    return accept(callOpened.of({ callId: id, terms, fund, ...(text !== undefined && { text }) }));
  },
  evolve: {
    [callOpened.type]: (_: Call, { callId, terms, text }: DataOf<typeof callOpened>): Call => ({
      status: 'open',
      callId,
      terms,
      committedCents: 0,
      paidCents: 0,
      ...(text !== undefined && { text }),
    }),
  },
});
