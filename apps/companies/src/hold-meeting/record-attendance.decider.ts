import { meetingAttendanceRecorded, type DataOf } from '@salvatempo/contracts';
import { accept, refuse, romeDate, slice } from '@salvatempo/kernel';
import { announcedMeeting, peopleIn, type KnownMeeting, type Meeting } from '../domain/meeting';

/** Each firm is there once. */
export type RecordAttendance = Pick<DataOf<typeof meetingAttendanceRecorded>, 'firms'>;

const byFirm = (firms: RecordAttendance['firms']): Readonly<Record<string, number>> => Object.fromEntries(firms.map(({ firmId, people }) => [firmId, people]));

/**
 * Writes down how many of each firm came: never more than it had places, and from the meeting's day (in Rome) on, since a list is
 * often written at the door. Said again it is put right; from the first time on nobody takes or gives up a place.
 */
export const recordAttendanceSlice = slice<Meeting, RecordAttendance>({
  command: 'record-attendance',
  decide({ firms }, found, { id, at }) {
    const state = announcedMeeting(found, id);
    if (state.status === 'called-off') return refuse('meeting-called-off');
    if (romeDate(at) < romeDate(state.startsAt)) return refuse('meeting-not-yet');
    if (firms.some(({ firmId, people }) => people > (state.taken[firmId] ?? 0))) return refuse('attendance-above-places');
    return accept(meetingAttendanceRecorded.of({ meetingId: id, firms: [...firms], attended: peopleIn(byFirm(firms)) }));
  },
  evolve: {
    [meetingAttendanceRecorded.type]: (state: Meeting, { firms }: RecordAttendance): Meeting => ({ ...(state as KnownMeeting), status: 'held', attended: byFirm(firms) }),
  },
});
