import { incentiveReleased, releaseIncentive, type DataOf } from '@salvatempo/contracts';
import { accept, holdOf, NOTHING, PASS_DEADLINE, slice, withoutHold, type Decision, type Instant } from '@salvatempo/kernel';
import { endExpired, endHolds, figuresOf, type Allotment } from '../domain/allotment';

/** Gives a hold back. Where there is none (any more), that is said too, so that the purchase can end. */
export const releaseIncentiveSlice = slice<Allotment, DataOf<typeof releaseIncentive>>({
  command: releaseIncentive.type,
  decide({ purchaseId }, state, { id }): Decision {
    const hold = state.status === 'granted' ? holdOf(state.holds, purchaseId) : undefined;
    if (state.status === 'granted' && hold) return accept(...endHolds(state, [hold], 'released').events);
    return accept(incentiveReleased.of({ allotmentId: id, purchaseId, amountCents: 0, reason: 'released', ...figuresOf(state) }));
  },
  evolve: {
    [incentiveReleased.type]: (state: Allotment, { purchaseId }: DataOf<typeof incentiveReleased>): Allotment =>
      state.status === 'granted' ? { ...state, holds: withoutHold(state.holds, purchaseId) } : state,
  },
});

/** Holds that nobody pinned in time end by the clock: also one that came after its own release. */
export const expireIncentivesSlice = slice<Allotment, { readonly deadlineAt: Instant }>({
  command: PASS_DEADLINE,
  decide: (_, state, { at }): Decision => (state.status === 'granted' ? accept(...endExpired(state, at).events) : NOTHING),
});
