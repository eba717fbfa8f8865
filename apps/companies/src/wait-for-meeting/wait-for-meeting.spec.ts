import { meetingAnnounced, meetingPlacesAwaited, meetingPlacesGivenUp, meetingPlacesTaken, meetingWaitEnded, meetingWaiterSeated } from '@salvatempo/contracts';
import { given, replay } from '@salvatempo/testing';
import { giveUpPlacesSlice } from '../attend-meeting/give-up-places.decider';
import { meetingOfFirmView } from '../attend-meeting/meeting-of-firm.view';
import { takePlacesSlice } from '../attend-meeting/take-places.decider';
import { MAX_WAITING, meeting, type KnownMeeting } from '../domain/meeting';
import { announceMeetingSlice } from '../hold-meeting/announce-meeting.decider';
import { stopWaitingSlice, waitForPlacesSlice } from './wait-for-places.decider';

const meetings = { ...meeting, slices: [announceMeetingSlice, takePlacesSlice, giveUpPlacesSlice, waitForPlacesSlice, stopWaitingSlice] };
const meetingId = 'mtg_00000000000000000000000000';
const announced = meetingAnnounced.of({ meetingId, title: 'Welfare in bottega', kind: 'workshop', mode: 'site', startsAt: '2026-09-10T15:30:00.000Z', places: 5 });
const took = (firmId: string, people: number, taken: number) => meetingPlacesTaken.of({ meetingId, firmId, people, taken });
const gave = (firmId: string, people: number, taken: number) => meetingPlacesGivenUp.of({ meetingId, firmId, people, taken });
const awaited = (firmId: string, people: number, place: number) => meetingPlacesAwaited.of({ meetingId, firmId, people, place, personId: `per_${firmId}` });
const seated = (firmId: string, people: number, taken: number) => meetingWaiterSeated.of({ meetingId, firmId, people, taken, personId: `per_${firmId}` });
const ended = (firmId: string) => meetingWaitEnded.of({ meetingId, firmId });
const wait = (firmId: string, people: number) => ({ type: 'wait-for-places', data: { firmId, people, personId: `per_${firmId}` } });
const stop = (firmId: string) => ({ type: 'stop-waiting', data: { firmId } });
const take = (firmId: string, people: number) => ({ type: 'take-places', data: { firmId, people } });
const giveUp = (firmId: string) => ({ type: 'give-up-places', data: { firmId } });
const BEFORE = { at: '2026-09-10T15:29:59.999Z' };
const BEGUN = { at: '2026-09-10T15:30:00.000Z' };
const full = [announced, took('a', 3, 3), took('b', 2, 5)];
/** First two, then one. */
const queue = [...full, awaited('c', 2, 1), awaited('d', 1, 2)];

describe('a full meeting', () => {
  it('has those who wait in their order, each firm once, and for no more than there is room', () => {
    given(meetings, full).when(wait('c', 2), BEFORE).then([awaited('c', 2, 1)]);
    given(meetings, queue.slice(0, 4)).when(wait('d', 1), BEFORE).then([awaited('d', 1, 2)]);
    given(meetings, queue).when(wait('c', 1), BEFORE).then({ code: 'meeting-waiting-already' });
    given(meetings, full).when(wait('c', 6), BEFORE).then({ code: 'meeting-full', params: { free: 5 } });
    given(meetings, [announced, took('a', 3, 3)]).when(wait('c', 2), BEFORE).then({ code: 'meeting-not-full' });
    given(meetings, full).when(wait('a', 3), BEFORE).then({ code: 'meeting-not-full' });
    given(meetings, full).when(wait('a', 4), BEFORE).then([awaited('a', 4, 1)]);
    const many = Array.from({ length: MAX_WAITING }, (_, n) => awaited(`w${n}`, 1, n + 1));
    given(meetings, [...full, ...many]).when(wait('c', 1), BEFORE).then({ code: 'meeting-waiting-full' });
  });

  it('gives free places to the first, and to nobody past it', () => {
    given(meetings, queue).when(giveUp('b'), BEFORE).then([gave('b', 2, 3), seated('c', 2, 5)]);
    given(meetings, queue).when(giveUp('a'), BEFORE).then([gave('a', 3, 2), seated('c', 2, 4), seated('d', 1, 5)]);
    // One is free, and the first waits for two.
    given(meetings, queue).when(take('b', 1), BEFORE).then([took('b', 1, 4)]);
    given(meetings, queue).when(take('a', 1), BEFORE).then([took('a', 1, 3), seated('c', 2, 5)]);
    given(meetings, [...queue, took('b', 1, 4)]).when(take('e', 1), BEFORE).then({ code: 'meeting-others-wait' });
    given(meetings, [...queue, took('b', 1, 4)]).when(wait('e', 1), BEFORE).then([awaited('e', 1, 3)]);
    given(meetings, queue).when(giveUp('b'), BEFORE).thenState({ taken: { a: 3, c: 2 }, waiting: [{ firmId: 'd', people: 1, personId: 'per_d' }] });
  });

  it('goes on with who is behind somebody that waits no longer', () => {
    given(meetings, queue).when(stop('c'), BEFORE).then([ended('c')]);
    given(meetings, [...queue, took('b', 1, 4)]).when(stop('c'), BEFORE).then([ended('c'), seated('d', 1, 5)]);
    given(meetings, queue).when(stop('a'), BEFORE).then({ code: 'meeting-not-waiting' });
    // Whoever gives its places up wants no more of them.
    given(meetings, [...full, awaited('a', 4, 1), awaited('d', 1, 2)]).when(giveUp('a'), BEFORE).then([gave('a', 3, 2), seated('d', 1, 3)]);
  });

  it('has nobody wait from its beginning on', () => {
    for (const command of [wait('e', 1), stop('c')]) given(meetings, queue).when(command, BEGUN).then({ code: 'meeting-over' });
  });

  it('shows a firm its own place in the list, and of the others how many they are', () => {
    const state = replay(meetings, queue) as KnownMeeting;
    const seenBy = (firmId: string) => meetingOfFirmView(state, firmId, { personal: {}, open: true });
    expect(seenBy('d')).toMatchObject({ awaited: 1, waitingPlace: 2, waitingFirms: 2 });
    expect(seenBy('a')).toMatchObject({ waitingFirms: 2 });
    expect(seenBy('a')).not.toHaveProperty('awaited');
  });
});
