import { holdPersonCap, personCapHeld, personCapRefused, type DataOf } from '@salvatempo/contracts';
import { accept, holdOf, NOTHING, slice, withHold, type Decision, type Instant } from '@salvatempo/kernel';
import { endExpired, figuresOf, MAX_HOLDS, type PersonCap } from '../domain/person-cap';

/** Counts an incentive against the person's cap while the purchase is under way. A "no" is an event. */
export const holdPersonCapSlice = slice<PersonCap, DataOf<typeof holdPersonCap>>({
  command: holdPersonCap.type,
  decide(command, state, { id, at }): Decision {
    const { purchaseId, callId, personId, amountCents, expiresAt } = command;
    if (holdOf(state.holds, purchaseId)) return NOTHING;
    const { events, state: now } = endExpired(id, state, at);
    const code = whyNotHeld(command, now, at);
    if (code !== undefined) return accept(...events, personCapRefused.of({ personCapId: id, purchaseId, code }));
    const { heldCents, usedCents } = figuresOf(now);
    const figures = { heldCents: heldCents + amountCents, usedCents };
    return accept(...events, personCapHeld.of({ personCapId: id, purchaseId, callId, personId, amountCents, expiresAt, ...figures }));
  },
  evolve: {
    [personCapHeld.type]: (state: PersonCap, { purchaseId, amountCents, expiresAt }: DataOf<typeof personCapHeld>): PersonCap => ({
      ...state,
      holds: withHold(state.holds, { id: purchaseId, amountCents, expiresAt, pinned: false }),
    }),
  },
});

function whyNotHeld({ capCents, amountCents, expiresAt }: DataOf<typeof holdPersonCap>, state: PersonCap, at: Instant): string | undefined {
  if (expiresAt <= at) return 'hold-expired';
  if (state.holds.length >= MAX_HOLDS) return 'person-cap-too-many-holds';
  const { heldCents, usedCents } = figuresOf(state);
  return heldCents + usedCents + amountCents > capCents ? 'person-cap-exceeded' : undefined;
}
