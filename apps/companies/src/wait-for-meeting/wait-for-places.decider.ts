import { meetingPlacesAwaited, meetingWaitEnded, meetingWaiterSeated, type DataOf } from '@salvatempo/contracts';
import { accept, refuse, slice } from '@salvatempo/kernel';
import { announcedMeeting, MAX_WAITING, othersIn, seated, waitingIn, whyClosed, withWaiting, type KnownMeeting, type Meeting } from '../domain/meeting';

export type WaitForPlaces = Pick<DataOf<typeof meetingPlacesAwaited>, 'firmId' | 'people' | 'personId'>;

/** A firm that finds a meeting full waits for so many places, behind those that wait already. */
export const waitForPlacesSlice = slice<Meeting, WaitForPlaces>({
  command: 'wait-for-places',
  decide({ firmId, people, personId }, found, { id, at }) {
    const state = announcedMeeting(found, id);
    const why = whyClosed(state, at);
    if (why !== undefined) return refuse(why);
    const waiting = waitingIn(state);
    if (waiting.some((one) => one.firmId === firmId)) return refuse('meeting-waiting-already');
    if (people > state.places) return refuse('meeting-full', { free: state.places });
    if (people <= (state.taken[firmId] ?? 0) || (waiting.length === 0 && othersIn(state, firmId) + people <= state.places)) return refuse('meeting-not-full');
    if (waiting.length >= MAX_WAITING) return refuse('meeting-waiting-full');
    return accept(meetingPlacesAwaited.of({ meetingId: id, firmId, people, personId, place: waiting.length + 1 }));
  },
  evolve: {
    [meetingPlacesAwaited.type]: (state: Meeting, { firmId, people, personId }: DataOf<typeof meetingPlacesAwaited>): Meeting => {
      const known = state as KnownMeeting;
      return withWaiting(known, [...waitingIn(known), { firmId, people, personId }]);
    },
    [meetingWaiterSeated.type]: (state: Meeting, { firmId, people }: DataOf<typeof meetingWaiterSeated>): Meeting => {
      const known = state as KnownMeeting;
      return withWaiting({ ...known, taken: { ...known.taken, [firmId]: people } }, waitingIn(known).filter((one) => one.firmId !== firmId));
    },
  },
});

/** A firm waits no longer; who is behind it may be next. */
export const stopWaitingSlice = slice<Meeting, { readonly firmId: string }>({
  command: 'stop-waiting',
  decide({ firmId }, found, { id, at }) {
    const state = announcedMeeting(found, id);
    const why = whyClosed(state, at);
    if (why !== undefined) return refuse(why);
    const waiting = waitingIn(state);
    if (!waiting.some((one) => one.firmId === firmId)) return refuse('meeting-not-waiting');
    const after = withWaiting(state, waiting.filter((one) => one.firmId !== firmId));
    return accept(meetingWaitEnded.of({ meetingId: id, firmId }), ...seated(after));
  },
  evolve: {
    [meetingWaitEnded.type]: (state: Meeting, { firmId }: DataOf<typeof meetingWaitEnded>): Meeting => {
      const known = state as KnownMeeting;
      return withWaiting(known, waitingIn(known).filter((one) => one.firmId !== firmId));
    },
  },
});
