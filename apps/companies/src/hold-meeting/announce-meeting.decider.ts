import { meetingAnnounced, type DataOf } from '@salvatempo/contracts';
import { accept, slice } from '@salvatempo/kernel';
import { personalOfVenue, type Meeting } from '../domain/meeting';

export interface AnnounceMeeting extends Omit<DataOf<typeof meetingAnnounced>, 'meetingId'> {
  /** The address, or the link: kept beside the state. */
  readonly venue: string;
}

/** Announces a meeting, of which firms can take places. */
export const announceMeetingSlice = slice<Meeting, AnnounceMeeting>({
  command: 'announce-meeting',
  decide({ venue, ...facts }, state, { id }) {
    // Its id follows from the request, and a repeat of that never comes so far.
    if (state.status !== 'absent') throw new Error(`${id} is announced already`);
    return { ...accept(meetingAnnounced.of({ ...facts, meetingId: id })), personal: personalOfVenue(venue) };
  },
  evolve: {
    [meetingAnnounced.type]: (_: Meeting, facts: DataOf<typeof meetingAnnounced>): Meeting => ({ ...facts, status: 'announced', taken: {} }),
  },
});
