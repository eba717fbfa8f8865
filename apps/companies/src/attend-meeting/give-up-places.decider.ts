import { meetingPlacesGivenUp, type DataOf } from '@salvatempo/contracts';
import { accept, refuse, slice } from '@salvatempo/kernel';
import { announcedMeeting, peopleIn, whyClosed, type KnownMeeting, type Meeting } from '../domain/meeting';

export type GiveUpPlaces = Pick<DataOf<typeof meetingPlacesGivenUp>, 'firmId'>;

/** A firm gives up its places, all of them: fewer are taken by saying how many. */
export const giveUpPlacesSlice = slice<Meeting, GiveUpPlaces>({
  command: 'give-up-places',
  decide({ firmId }, found, { id, at }) {
    const state = announcedMeeting(found, id);
    const why = whyClosed(state, at);
    if (why !== undefined) return refuse(why);
    const people = state.taken[firmId];
    if (people === undefined) return refuse('meeting-no-places');
    return accept(meetingPlacesGivenUp.of({ meetingId: id, firmId, people, taken: peopleIn(state.taken) - people }));
  },
  evolve: {
    [meetingPlacesGivenUp.type]: (state: Meeting, { firmId }: GiveUpPlaces): Meeting => {
      const known = state as KnownMeeting;
      const { [firmId]: _, ...taken } = known.taken;
      return { ...known, taken };
    },
  },
});
