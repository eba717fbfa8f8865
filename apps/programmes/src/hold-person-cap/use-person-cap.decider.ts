import { personCapRefused, personCapUsed, usePersonCap, type DataOf } from '@salvatempo/contracts';
import { accept, liveHold, slice, withoutHold, type Decision } from '@salvatempo/kernel';
import { endExpired, figuresOf, type PersonCap } from '../domain/person-cap';

/** The incentive was paid: what was held of the cap is used up, however late this comes for a pinned hold (ADR 0130). */
export const usePersonCapSlice = slice<PersonCap, DataOf<typeof usePersonCap>>({
  command: usePersonCap.type,
  decide({ purchaseId }, state, { id, at }): Decision {
    const hold = liveHold(state.holds, purchaseId, at);
    if (!hold) return accept(...endExpired(id, state, at).events, personCapRefused.of({ personCapId: id, purchaseId, code: 'hold-expired' }));
    const used = withUse(state, purchaseId, hold.amountCents);
    return accept(personCapUsed.of({ personCapId: id, purchaseId, amountCents: hold.amountCents, ...figuresOf(used) }));
  },
  evolve: {
    [personCapUsed.type]: (state: PersonCap, { purchaseId, amountCents }: DataOf<typeof personCapUsed>): PersonCap => withUse(state, purchaseId, amountCents),
  },
});

const withUse = (state: PersonCap, purchaseId: string, amountCents: number): PersonCap => ({
  usedCents: state.usedCents + amountCents,
  holds: withoutHold(state.holds, purchaseId),
});
