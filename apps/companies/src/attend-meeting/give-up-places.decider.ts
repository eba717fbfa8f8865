import { meetingPlacesGivenUp, type DataOf } from '@salvatempo/contracts';
import { accept, refuse, slice } from '@salvatempo/kernel';
import { announcedMeeting, peopleIn, seated, waitingIn, whyClosed, withWaiting, type KnownMeeting, type Meeting } from '../domain/meeting';

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
    const event = { meetingId: id, firmId, people, taken: peopleIn(state.taken) - people };
    return accept(meetingPlacesGivenUp.of(event), ...seated(without(state, firmId)));
  },
  evolve: {
    [meetingPlacesGivenUp.type]: (state: Meeting, { firmId }: GiveUpPlaces): Meeting => without(state as KnownMeeting, firmId),
  },
});

/** Whoever gives its places up doesn't wait for more of them either. */
function without(state: KnownMeeting, firmId: string): KnownMeeting {
  const { [firmId]: _, ...taken } = state.taken;
  return withWaiting({ ...state, taken }, waitingIn(state).filter((one) => one.firmId !== firmId));
}
