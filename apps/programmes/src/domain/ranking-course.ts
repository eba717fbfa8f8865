import { rankingAdvanced } from '@salvatempo/contracts';
import type { DomainEvent } from '@salvatempo/kernel';
import { fundAfter, fundOf, type Opened } from './call';
import type { Place } from './ranking';

/** The call with another outcome for some places of its ranking; one without a ranking stays as it is. */
export const withOutcome = (state: Opened, which: (place: Place) => boolean, outcome: Place['outcome']): Opened => {
  const { ranking } = state;
  return ranking ? { ...state, ranking: { ...ranking, places: ranking.places.map((place) => (which(place) ? { ...place, outcome } : place)) } } : state;
};

/** Scorrimento: what is free goes to those that wait, in their order, as long as it suffices for the next. */
export function advance(from: Opened): readonly DomainEvent[] {
  const events: DomainEvent[] = [];
  let { committedCents } = from;
  const places = from.ranking?.places ?? [];
  for (const [index, { outcome, allotmentId, firmId, amountCents }] of places.entries()) {
    if (outcome !== 'waiting') continue;
    if (amountCents > fundOf({ ...from, committedCents }).freeCents) break;
    const fund = fundAfter({ ...from, committedCents }, 'reserve', amountCents);
    committedCents = fund.committedCents;
    events.push(rankingAdvanced.of({ callId: from.callId, allotmentId, firmId, place: index + 1, of: places.length, amountCents, fund }));
  }
  return events;
}
