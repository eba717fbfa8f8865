import { incentivePinned, incentiveRefused, pinIncentive, type DataOf } from '@salvatempo/contracts';
import { accept, liveHold, NOTHING, slice, withPinned, type Decision } from '@salvatempo/kernel';
import { endExpired, type Allotment, type Granted } from '../domain/allotment';

/** From here on only the purchase ends the hold, however late. One that the clock ended before can't be pinned (ADR 0130). */
export const pinIncentiveSlice = slice<Allotment, DataOf<typeof pinIncentive>>({
  command: pinIncentive.type,
  decide({ purchaseId }, state, { id, at }): Decision {
    const hold = state.status === 'granted' ? liveHold(state.holds, purchaseId, at) : undefined;
    if (hold) return hold.pinned ? NOTHING : accept(incentivePinned.of({ allotmentId: id, purchaseId, amountCents: hold.amountCents }));
    const ended = state.status === 'granted' ? endExpired(state, at).events : [];
    return accept(...ended, incentiveRefused.of({ allotmentId: id, purchaseId, code: 'hold-expired' }));
  },
  evolve: {
    [incentivePinned.type]: (state: Allotment, { purchaseId }: DataOf<typeof incentivePinned>): Allotment => {
      const granted = state as Granted;
      return { ...granted, holds: withPinned(granted.holds, purchaseId) };
    },
  },
});
