import { personCapPinned, personCapRefused, pinPersonCap, type DataOf } from '@salvatempo/contracts';
import { accept, liveHold, NOTHING, slice, withPinned, type Decision } from '@salvatempo/kernel';
import { endExpired, type PersonCap } from '../domain/person-cap';

/** From here on only the purchase ends the hold (ADR 0130). */
export const pinPersonCapSlice = slice<PersonCap, DataOf<typeof pinPersonCap>>({
  command: pinPersonCap.type,
  decide({ purchaseId }, state, { id, at }): Decision {
    const hold = liveHold(state.holds, purchaseId, at);
    if (hold) return hold.pinned ? NOTHING : accept(personCapPinned.of({ personCapId: id, purchaseId, amountCents: hold.amountCents }));
    return accept(...endExpired(id, state, at).events, personCapRefused.of({ personCapId: id, purchaseId, code: 'hold-expired' }));
  },
  evolve: {
    [personCapPinned.type]: (state: PersonCap, { purchaseId }: DataOf<typeof personCapPinned>): PersonCap => ({
      ...state,
      holds: withPinned(state.holds, purchaseId),
    }),
  },
});
