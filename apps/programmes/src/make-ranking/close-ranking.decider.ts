import { rankingClosed } from '@salvatempo/contracts';
import { accept, NOTHING, PASS_DEADLINE, slice, type Decision } from '@salvatempo/kernel';
import type { Call, Opened } from '../domain/call';
import { withOutcome } from '../domain/ranking-course';

/** The call's time is over: a grant would pay for no purchase any more, so that nobody waits longer. */
export const closeRankingSlice = slice<Call, { readonly deadlineAt: string }>({
  command: PASS_DEADLINE,
  decide(_, state, { at }): Decision {
    if (state.status === 'absent' || !state.ranking || at < state.terms.closesAt) return NOTHING;
    const waiting = state.ranking.places.filter(({ outcome }) => outcome === 'waiting').map(({ allotmentId, firmId }) => ({ allotmentId, firmId }));
    return waiting.length === 0 ? NOTHING : accept(rankingClosed.of({ callId: state.callId, waiting }));
  },
  evolve: {
    [rankingClosed.type]: (state: Call): Call => withOutcome(state as Opened, ({ outcome }) => outcome === 'waiting', 'unfunded'),
  },
});
