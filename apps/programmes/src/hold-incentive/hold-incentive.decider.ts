import { holdIncentive, incentiveHeld, incentiveRefused, type DataOf } from '@salvatempo/contracts';
import { accept, holdOf, NOTHING, slice, withHold, type Decision, type Instant } from '@salvatempo/kernel';
import { endExpired, figuresOf, MAX_HOLDS, type Allotment, type Granted } from '../domain/allotment';
import { isOpenAt } from '../domain/call';

/** Sets an incentive aside for a purchase. A "no" is an event, so that the purchase hears it. */
export const holdIncentiveSlice = slice<Allotment, DataOf<typeof holdIncentive>>({
  command: holdIncentive.type,
  decide(command, state, { id, at }): Decision {
    const { purchaseId, amountCents, expiresAt } = command;
    const no = (code: string) => incentiveRefused.of({ allotmentId: id, purchaseId, code });
    if (state.status !== 'granted') return accept(no('allotment-not-granted'));
    if (holdOf(state.holds, purchaseId)) return NOTHING;
    const { events, state: now } = endExpired(state, at);
    const code = whyNotHeld(command, now, at);
    if (code !== undefined) return accept(...events, no(code));
    const { heldCents, paidCents, freeCents } = figuresOf(now);
    const figures = { heldCents: heldCents + amountCents, paidCents, freeCents: freeCents - amountCents };
    return accept(...events, incentiveHeld.of({ allotmentId: id, purchaseId, amountCents, expiresAt, ...figures }));
  },
  evolve: {
    [incentiveHeld.type]: (state: Allotment, { purchaseId, amountCents, expiresAt }: DataOf<typeof incentiveHeld>): Allotment => {
      const granted = state as Granted;
      return { ...granted, holds: withHold(granted.holds, { id: purchaseId, amountCents, expiresAt, pinned: false }) };
    },
  },
});

function whyNotHeld({ amountCents, expiresAt }: DataOf<typeof holdIncentive>, state: Granted, at: Instant): string | undefined {
  if (expiresAt <= at) return 'hold-expired';
  if (!isOpenAt(state, at)) return at < state.opensAt ? 'call-not-open-yet' : 'call-closed';
  if (state.holds.length >= MAX_HOLDS) return 'allotment-too-many-holds';
  return amountCents > figuresOf(state).freeCents ? 'allotment-insufficient' : undefined;
}
