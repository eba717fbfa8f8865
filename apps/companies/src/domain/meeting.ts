import { meetingWaiterSeated, type DataOf, type meetingAnnounced } from '@salvatempo/contracts';
import { derivedId, type DomainEvent, type Instant, type JsonObject } from '@salvatempo/kernel';

type Announced = DataOf<typeof meetingAnnounced>;
/** People by the firm's id; a firm with none isn't there. */
export type PeopleOfFirms = Readonly<Record<string, number>>;

/** A firm that waits for so many places in all, and who is told when it has them. */
export interface Waiter {
  readonly firmId: string;
  readonly people: number;
  readonly personId: string;
}

/** Firms that wait for one meeting; a hundred of them keep its document below 20 KB more. */
export const MAX_WAITING = 100;

interface Places {
  readonly taken: PeopleOfFirms;
  /** In their order; none where it is missing. */
  readonly waiting?: readonly Waiter[];
}

/** A meeting or workshop of the path to a plan, with the places that firms have. `held` is one whose attendance is written down. */
export type Meeting =
  | { readonly status: 'absent' }
  | (Announced & Places & { readonly status: 'announced' | 'called-off' })
  | (Announced & Places & { readonly status: 'held'; readonly attended: PeopleOfFirms });
export type KnownMeeting = Exclude<Meeting, { status: 'absent' }>;

export const meeting = { service: 'companies', name: 'meeting', prefix: 'mtg', schema: 1, initial: { status: 'absent' } as Meeting };

export const meetingIdOf = (causeId: string): string => derivedId('mtg', causeId);

/** Who holds a meeting where no adviser's office or association does. */
export const OFFICE = 'office';
export const organiserOf = ({ intermediaryId }: Pick<Announced, 'intermediaryId'>): string => intermediaryId ?? OFFICE;

/** A meeting that whoever asks has looked up. Throws Error where it was never announced. */
export function announcedMeeting(state: Meeting, meetingId: string): KnownMeeting {
  if (state.status === 'absent') throw new Error(`${meetingId} is no meeting`);
  return state;
}

export const peopleIn = (firms: PeopleOfFirms): number => Object.values(firms).reduce((sum, people) => sum + people, 0);

/** Why the places of a meeting don't change any more at an instant, as a problem's code; undefined where they do. */
export const whyClosed = (state: KnownMeeting, at: Instant): 'meeting-called-off' | 'meeting-over' | undefined => {
  if (state.status === 'called-off') return 'meeting-called-off';
  return state.status === 'held' || state.startsAt <= at ? 'meeting-over' : undefined;
};

/** Where it is, or the link to it: kept beside the state, since a link lets in whoever has it. */
export const venueOf = (personal: Readonly<Record<string, unknown>> | undefined): string => String(personal?.['venue'] ?? '');
export const personalOfVenue = (venue: string): JsonObject => ({ venue });

export const waitingIn = ({ waiting = [] }: KnownMeeting): readonly Waiter[] => waiting;

export function withWaiting(state: KnownMeeting, waiting: readonly Waiter[]): KnownMeeting {
  const { waiting: _, ...rest } = state;
  return waiting.length === 0 ? rest : { ...rest, waiting };
}

/** Places of all firms but one. */
export const othersIn = ({ taken }: KnownMeeting, firmId: string): number => peopleIn(taken) - (taken[firmId] ?? 0);

/** Free places go to the first of the list while they suffice for it, and to nobody past it: what they become, from the state behind a change. */
export function seated(from: KnownMeeting): readonly DomainEvent[] {
  const events: DomainEvent[] = [];
  let taken = from.taken;
  for (const { firmId, people, personId } of waitingIn(from)) {
    const others = peopleIn(taken) - (taken[firmId] ?? 0);
    if (others + people > from.places) break;
    taken = { ...taken, [firmId]: people };
    events.push(meetingWaiterSeated.of({ meetingId: from.meetingId, firmId, people, personId, taken: others + people }));
  }
  return events;
}
