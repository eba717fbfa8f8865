import { personCapReleased, releasePersonCap, type DataOf } from '@salvatempo/contracts';
import { accept, holdOf, PASS_DEADLINE, slice, withoutHold, type Decision, type Instant } from '@salvatempo/kernel';
import { endExpired, endHolds, figuresOf, type PersonCap } from '../domain/person-cap';

/** Gives back what a purchase held of the cap. Where there is nothing (any more), that is said too. */
export const releasePersonCapSlice = slice<PersonCap, DataOf<typeof releasePersonCap>>({
  command: releasePersonCap.type,
  decide({ purchaseId }, state, { id }): Decision {
    const hold = holdOf(state.holds, purchaseId);
    if (hold) return accept(...endHolds(id, state, [hold], 'released').events);
    return accept(personCapReleased.of({ personCapId: id, purchaseId, amountCents: 0, reason: 'released', ...figuresOf(state) }));
  },
  evolve: {
    [personCapReleased.type]: (state: PersonCap, { purchaseId }: DataOf<typeof personCapReleased>): PersonCap => ({
      ...state,
      holds: withoutHold(state.holds, purchaseId),
    }),
  },
});

/** Holds that nobody pinned in time end by the clock. */
export const expirePersonCapsSlice = slice<PersonCap, { readonly deadlineAt: Instant }>({
  command: PASS_DEADLINE,
  decide: (_, state, { id, at }): Decision => accept(...endExpired(id, state, at).events),
});
