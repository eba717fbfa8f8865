import { meetingAnnounced, meetingAttendanceRecorded, meetingCalledOff, meetingPlacesAwaited, meetingPlacesGivenUp, meetingPlacesTaken, meetingWaitEnded, meetingWaiterSeated, type Envelope, type EventType } from '@salvatempo/contracts';
import { Auditor } from './auditor';
import type { Committed } from './committed';
import { meetingRule } from './meeting.rule';

const STARTS = '2026-09-02T15:30:00.000Z';

/** One commit with one event, before the meeting begins unless told otherwise. */
function did(event: EventType, data: object, time = '2026-09-01T12:00:00.000Z'): Committed {
  const envelope = { type: event.type, time, data: { meetingId: 'mtg', ...data } } as unknown as Envelope;
  return { collection: 'test.doc', id: 'doc', version: 1, state: {}, decided: [{ message: { id: 'doc:1:1', sequence: 1 }, envelope }] } as unknown as Committed;
}

const announced = did(meetingAnnounced, { places: 5, startsAt: STARTS });
const took = (firmId: string, people: number, taken: number, time?: string) => did(meetingPlacesTaken, { firmId, people, taken }, time);
const gave = (firmId: string, people: number, taken: number) => did(meetingPlacesGivenUp, { firmId, people, taken });
const came = (people: number, attended = people) => did(meetingAttendanceRecorded, { firms: [{ firmId: 'a', people }], attended }, STARTS);
const waits = (firmId: string, people: number, place: number) => did(meetingPlacesAwaited, { firmId, people, place });
const stops = (firmId: string) => did(meetingWaitEnded, { firmId });
const seats = (firmId: string, people: number, taken: number) => did(meetingWaiterSeated, { firmId, people, taken });
const off = did(meetingCalledOff, {});

function findings(...changes: Committed[]): number {
  const auditor = new Auditor([meetingRule()]);
  for (const change of changes) auditor.committed(change);
  return auditor.all.length;
}

describe('the rule of meetings', () => {
  it('holds for places that are taken, changed, given up and used', () => {
    expect(findings(announced, took('a', 3, 3), took('b', 2, 5), gave('b', 2, 3), took('a', 5, 5), came(4), came(5))).toBe(0);
    expect(findings(announced, took('a', 3, 3), off)).toBe(0);
    expect(findings(announced, took('a', 5, 5), waits('b', 3, 1), waits('c', 2, 2), waits('d', 1, 3), stops('d'), gave('a', 5, 0), seats('b', 3, 3), seats('c', 2, 5))).toBe(0);
  });

  it.each([
    ['more people than places', [took('a', 3, 3), took('b', 3, 6)]],
    ['a count that isn’t the sum of the firms’ places', [took('a', 3, 3), took('b', 3, 5)]],
    ['places given up that a firm hadn’t', [took('a', 3, 3), gave('b', 2, 3)]],
    ['a place taken after the beginning', [took('a', 1, 1, STARTS)]],
    ['a place taken after it was called off', [off, took('a', 1, 1)]],
    ['a place taken after attendance was written down', [took('a', 1, 1), came(1), took('a', 2, 2)]],
    ['more people than the firm had places', [took('a', 1, 1), came(2)]],
    ['attendance of what was called off', [took('a', 1, 1), off, came(1)]],
    ['attendance that doesn’t add up', [took('a', 2, 2), came(1, 2)]],
    ['an announcement twice', [announced]],
    ['somebody who is seated past the first', [took('a', 5, 5), waits('b', 3, 1), waits('c', 2, 2), gave('a', 5, 0), seats('c', 2, 2)]],
    ['a firm that waits twice', [took('a', 5, 5), waits('b', 3, 1), waits('b', 3, 1)]],
    ['a firm that stops without having waited', [stops('b')]],
    ['more people than places by the list', [took('a', 5, 5), waits('b', 3, 1), seats('b', 3, 8)]],
  ])('sees %s', (_what, changes) => {
    expect(findings(announced, ...changes)).toBeGreaterThan(0);
  });
});
