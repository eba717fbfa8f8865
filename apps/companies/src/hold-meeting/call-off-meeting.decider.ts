import { meetingCalledOff } from '@salvatempo/contracts';
import { accept, refuse, slice } from '@salvatempo/kernel';
import { announcedMeeting, whyClosed, type KnownMeeting, type Meeting } from '../domain/meeting';

/** A meeting doesn't take place. It can't be called off once it has begun; the places that firms had stay readable. */
export const callOffMeetingSlice = slice<Meeting, object>({
  command: 'call-off-meeting',
  decide(_, state, { id, at }) {
    const why = whyClosed(announcedMeeting(state, id), at);
    return why === undefined ? accept(meetingCalledOff.of({ meetingId: id })) : refuse(why);
  },
  evolve: {
    [meetingCalledOff.type]: (state: Meeting): Meeting => ({ ...(state as KnownMeeting), status: 'called-off' }),
  },
});
