import { personCapReleased, type DataOf } from '@salvatempo/contracts';
import { derivedId, expiredHolds, heldCents, nextExpiry, withoutHold, type Cents, type DomainEvent, type Hold, type Instant } from '@salvatempo/kernel';

/** What one person has held and used of one call's cap per person. The cap itself comes with each command. */
export interface PersonCap {
  readonly usedCents: Cents;
  /** One for each purchase under way, `id` is the purchase's. */
  readonly holds: readonly Hold[];
}

export const personCap = {
  service: 'programmes',
  name: 'person-cap',
  prefix: 'pcp',
  schema: 1,
  initial: { usedCents: 0, holds: [] } as PersonCap,
  deadline: (state: PersonCap): Instant | undefined => nextExpiry(state.holds),
};

/** One person has one cap in a call, whichever firm they buy for. */
export const personCapIdOf = (callId: string, personId: string): string => derivedId('pcp', callId, personId);

/** Purchases of one person under way at once. */
export const MAX_HOLDS = 100;

export const figuresOf = ({ usedCents, holds }: PersonCap): { readonly heldCents: Cents; readonly usedCents: Cents } => ({
  heldCents: heldCents(holds),
  usedCents,
});

type Reason = DataOf<typeof personCapReleased>['reason'];

/** Ends holds: the events that say so, each with the figures after it, and the state after all of them. */
export function endHolds(personCapId: string, from: PersonCap, ended: readonly Hold[], reason: Reason): { readonly events: readonly DomainEvent[]; readonly state: PersonCap } {
  let state = from;
  const events = ended.map(({ id, amountCents }) => {
    state = { ...state, holds: withoutHold(state.holds, id) };
    return personCapReleased.of({ personCapId, purchaseId: id, amountCents, reason, ...figuresOf(state) });
  });
  return { events, state };
}

/** Ends the holds whose time is over at `at`. */
export const endExpired = (personCapId: string, from: PersonCap, at: Instant): { readonly events: readonly DomainEvent[]; readonly state: PersonCap } =>
  endHolds(personCapId, from, expiredHolds(from.holds, at), 'expired');
