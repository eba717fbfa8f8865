import { meetingAnnounced, meetingAttendanceRecorded, meetingCalledOff, meetingPlacesGivenUp, meetingPlacesTaken } from '@salvatempo/contracts';
import { given, replay } from '@salvatempo/testing';
import { giveUpPlacesSlice } from '../attend-meeting/give-up-places.decider';
import { meetingOfFirmView } from '../attend-meeting/meeting-of-firm.view';
import { takePlacesSlice } from '../attend-meeting/take-places.decider';
import { meeting, type KnownMeeting } from '../domain/meeting';
import { announceMeetingSlice } from './announce-meeting.decider';
import { callOffMeetingSlice } from './call-off-meeting.decider';
import { meetingView } from './meeting.view';
import { recordAttendanceSlice } from './record-attendance.decider';

const meetings = { ...meeting, slices: [announceMeetingSlice, takePlacesSlice, giveUpPlacesSlice, callOffMeetingSlice, recordAttendanceSlice] };
const meetingId = 'mtg_00000000000000000000000000';
/** Half past five in the afternoon in Rome. */
const facts = { title: 'Welfare in bottega', kind: 'workshop' as const, mode: 'site' as const, startsAt: '2026-09-10T15:30:00.000Z', places: 5 };
const announced = meetingAnnounced.of({ ...facts, meetingId });
const took = (firmId: string, people: number, taken: number) => meetingPlacesTaken.of({ meetingId, firmId, people, taken });
const gave = (firmId: string, people: number, taken: number) => meetingPlacesGivenUp.of({ meetingId, firmId, people, taken });
const attended = (...firms: { firmId: string; people: number }[]) => meetingAttendanceRecorded.of({ meetingId, firms, attended: firms.reduce((sum, { people }) => sum + people, 0) });
const off = meetingCalledOff.of({ meetingId });
const take = (firmId: string, people: number) => ({ type: 'take-places', data: { firmId, people } });
const giveUp = (firmId: string) => ({ type: 'give-up-places', data: { firmId } });
const record = (...firms: { firmId: string; people: number }[]) => ({ type: 'record-attendance', data: { firms } });
const callOff = { type: 'call-off-meeting', data: {} };
const BEFORE = { at: '2026-09-10T15:29:59.999Z' };
const BEGUN = { at: '2026-09-10T15:30:00.000Z' };
const DAY_BEFORE = { at: '2026-09-09T21:59:59.999Z' };
const two = [announced, took('com_a', 3, 3)];

describe('a meeting', () => {
  it('is announced with where it is beside the state', () => {
    given(meetings).when({ type: 'announce-meeting', data: { ...facts, venue: 'https://sala.example/q7' } }).then({ events: [announced], personal: { venue: 'https://sala.example/q7' } });
  });

  it('gives out no more places than it has, and counts those that a firm has already', () => {
    given(meetings, two).when(take('com_b', 2), BEFORE).then([took('com_b', 2, 5)]);
    given(meetings, two).when(take('com_b', 3), BEFORE).then({ code: 'meeting-full', params: { free: 2 } });
    given(meetings, two).when(take('com_a', 5), BEFORE).then([took('com_a', 5, 5)]);
    given(meetings, two).when(take('com_a', 6), BEFORE).then({ code: 'meeting-full', params: { free: 5 } });
    given(meetings, two).when(take('com_a', 1), BEFORE).then([took('com_a', 1, 1)]);
  });

  it('has the places again that a firm gives up', () => {
    given(meetings, two).when(giveUp('com_a'), BEFORE).then([gave('com_a', 3, 0)]);
    given(meetings, two).when(giveUp('com_b'), BEFORE).then({ code: 'meeting-no-places' });
    given(meetings, [...two, gave('com_a', 3, 0)]).when(giveUp('com_a'), BEFORE).then({ code: 'meeting-no-places' });
    given(meetings, [...two, gave('com_a', 3, 0)]).when(take('com_b', 5), BEFORE).then([took('com_b', 5, 5)]);
  });

  it('changes no place from its beginning on, nor once it is called off', () => {
    for (const command of [take('com_b', 1), giveUp('com_a'), callOff]) {
      given(meetings, two).when(command, BEGUN).then({ code: 'meeting-over' });
      given(meetings, [...two, off]).when(command, BEFORE).then({ code: 'meeting-called-off' });
      given(meetings, [...two, attended()]).when(command, BEFORE).then({ code: 'meeting-over' });
      expect(() => given(meetings).when(command, BEFORE)).toThrow('is no meeting');
    }
    given(meetings, two).when(callOff, BEFORE).then([off]);
  });

  it('has its attendance from its day in Rome on, of no firm more people than places, and put right by saying it again', () => {
    given(meetings, two).when(record({ firmId: 'com_a', people: 2 }), DAY_BEFORE).then({ code: 'meeting-not-yet' });
    given(meetings, two).when(record({ firmId: 'com_a', people: 3 }), { at: '2026-09-09T22:00:00.000Z' }).then([attended({ firmId: 'com_a', people: 3 })]);
    given(meetings, two).when(record({ firmId: 'com_a', people: 4 }), BEGUN).then({ code: 'attendance-above-places' });
    given(meetings, two).when(record({ firmId: 'com_b', people: 1 }), BEGUN).then({ code: 'attendance-above-places' });
    given(meetings, [...two, attended()]).when(record({ firmId: 'com_a', people: 1 }), BEGUN).then([attended({ firmId: 'com_a', people: 1 })]);
    given(meetings, [...two, off]).when(record(), BEGUN).then({ code: 'meeting-called-off' });
  });

  it('is shown to its organiser by firm, and to a firm without the others', () => {
    const held = replay(meetings, [...two, took('com_b', 1, 4), attended({ firmId: 'com_a', people: 2 })]) as KnownMeeting;
    const personal = { venue: 'Sala consiliare' };
    expect(meetingView(held, personal, new Map([['com_a', 'Sartoria']]))).toEqual({
      meetingId, ...facts, venue: 'Sala consiliare', stage: 'held', free: 1, taken: 4, waitingFirms: 0, attended: 2,
      firms: [{ firmId: 'com_a', name: 'Sartoria', taken: 3, attended: 2 }, { firmId: 'com_b', name: 'com_b', taken: 1, attended: 0 }],
    });
    expect(meetingView(replay(meetings, two) as KnownMeeting, personal, new Map())).toMatchObject({ stage: 'announced', free: 2, taken: 3, firms: [{ taken: 3 }] });
    expect(meetingOfFirmView(held, 'com_a', { personal, open: false })).toEqual({ meetingId, ...facts, venue: 'Sala consiliare', stage: 'held', free: 1, taken: 3, attended: 2, waitingFirms: 0, open: false });
    expect(meetingOfFirmView(held, 'com_c', { personal, open: false })).toMatchObject({ taken: 0, attended: 0 });
  });
});
