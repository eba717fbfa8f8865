import { meetingPlacesTaken, type DataOf } from '@salvatempo/contracts';
import { accept, refuse, slice } from '@salvatempo/kernel';
import { announcedMeeting, othersIn, seated, waitingIn, whyClosed, type KnownMeeting, type Meeting } from '../domain/meeting';

export interface TakePlaces {
  readonly firmId: string;
  /** How many the firm has afterwards. */
  readonly people: number;
}

/** A firm has so many places from now on, so that saying another number never loses the places it has to somebody else. */
export const takePlacesSlice = slice<Meeting, TakePlaces>({
  command: 'take-places',
  decide({ firmId, people }, found, { id, at }) {
    const state = announcedMeeting(found, id);
    const why = whyClosed(state, at);
    if (why !== undefined) return refuse(why);
    const others = othersIn(state, firmId);
    if (people > (state.taken[firmId] ?? 0) && waitingIn(state).length > 0) return refuse('meeting-others-wait');
    if (others + people > state.places) return refuse('meeting-full', { free: state.places - others });
    return accept(meetingPlacesTaken.of({ meetingId: id, firmId, people, taken: others + people }), ...seated(withPlaces(state, firmId, people)));
  },
  evolve: {
    [meetingPlacesTaken.type]: (state: Meeting, { firmId, people }: DataOf<typeof meetingPlacesTaken>): Meeting => withPlaces(state as KnownMeeting, firmId, people),
  },
});

const withPlaces = (state: KnownMeeting, firmId: string, people: number): KnownMeeting => ({ ...state, taken: { ...state.taken, [firmId]: people } });
