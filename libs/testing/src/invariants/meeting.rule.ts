import { meetingAnnounced, meetingAttendanceRecorded, meetingCalledOff, meetingPlacesAwaited, meetingPlacesGivenUp, meetingPlacesTaken, meetingWaitEnded, meetingWaiterSeated } from '@salvatempo/contracts';
import type { Rule } from './committed';
import { followEvents, on, type Seen } from './follow-events';

interface Book {
  readonly places: number;
  readonly startsAt: string;
  readonly taken: Map<string, number>;
  /** Firms that wait, in their order, with how many places. */
  readonly waiting: Map<string, number>;
  closed?: string;
}

const sum = (people: Iterable<number>): number => [...people].reduce((all, one) => all + one, 0);

/**
 * A meeting never has more people than places, by what each firm took and gave up; no place changes once it has begun, is called off or its
 * attendance is written down; of no firm came more people than it had places; and free places go to the first who waits.
 */
export function meetingRule(): Rule {
  const books = new Map<string, Book>();
  const change = (meetingId: string, { time, expect }: Pick<Seen<unknown>, 'time' | 'expect'>): Book | undefined => {
    const book = books.get(meetingId);
    expect(book !== undefined, () => `${meetingId}: places changed before it was announced`);
    if (book) expect(book.closed === undefined && time < book.startsAt, () => `${meetingId}: places changed at ${time}, it began at ${book.startsAt}, ${book.closed ?? 'open'}`);
    return book;
  };
  const check = (meetingId: string, book: Book, said: number, expect: Seen<unknown>['expect']): void => {
    const taken = sum(book.taken.values());
    expect(taken === said && said >= 0 && said <= book.places, () => `${meetingId}: says ${said} of ${book.places} places taken, its firms have ${taken}`);
  };
  return followEvents('meeting', [
    on(meetingAnnounced, ({ data: { meetingId, places, startsAt }, expect }) => {
      expect(!books.has(meetingId), () => `${meetingId}: announced twice`);
      books.set(meetingId, { places, startsAt, taken: new Map(), waiting: new Map() });
    }),
    on(meetingPlacesTaken, ({ data: { meetingId, firmId, people, taken }, time, expect }) => {
      const book = change(meetingId, { time, expect });
      book?.taken.set(firmId, people);
      if (book) check(meetingId, book, taken, expect);
    }),
    on(meetingPlacesGivenUp, ({ data: { meetingId, firmId, people, taken }, time, expect }) => {
      const book = change(meetingId, { time, expect });
      expect(book?.taken.get(firmId) === people, () => `${meetingId}: ${firmId} gave up ${people} places, it had ${book?.taken.get(firmId)}`);
      book?.taken.delete(firmId);
      book?.waiting.delete(firmId);
      if (book) check(meetingId, book, taken, expect);
    }),
    on(meetingPlacesAwaited, ({ data: { meetingId, firmId, people, place }, time, expect }) => {
      const book = change(meetingId, { time, expect });
      expect(!book?.waiting.has(firmId), () => `${meetingId}: ${firmId} waits twice`);
      book?.waiting.set(firmId, people);
      expect(book?.waiting.size === place, () => `${meetingId}: ${firmId} waits at ${place} of ${book?.waiting.size}`);
    }),
    on(meetingWaitEnded, ({ data: { meetingId, firmId }, time, expect }) => {
      expect(change(meetingId, { time, expect })?.waiting.delete(firmId) === true, () => `${meetingId}: ${firmId} stopped waiting and didn’t wait`);
    }),
    on(meetingWaiterSeated, ({ data: { meetingId, firmId, people, taken }, time, expect }) => {
      const book = change(meetingId, { time, expect });
      const [first] = book?.waiting ?? [];
      expect(first?.[0] === firmId && first[1] === people, () => `${meetingId}: ${firmId} was given ${people} places, first was ${String(first)}`);
      book?.waiting.delete(firmId);
      book?.taken.set(firmId, people);
      if (book) check(meetingId, book, taken, expect);
    }),
    on(meetingCalledOff, ({ data: { meetingId }, time, expect }) => {
      const book = change(meetingId, { time, expect });
      if (book) book.closed = 'called off';
    }),
    on(meetingAttendanceRecorded, ({ data: { meetingId, firms, attended }, expect }) => {
      const book = books.get(meetingId);
      expect(book !== undefined && book.closed !== 'called off', () => `${meetingId}: attended although ${book?.closed ?? 'never announced'}`);
      for (const { firmId, people } of firms) expect(people <= (book?.taken.get(firmId) ?? 0), () => `${meetingId}: ${people} people of ${firmId} came, it had ${book?.taken.get(firmId) ?? 0} places`);
      expect(new Set(firms.map(({ firmId }) => firmId)).size === firms.length, () => `${meetingId}: a firm is among its attendance twice`);
      expect(attended === sum(firms.map(({ people }) => people)), () => `${meetingId}: says ${attended} people came, its firms say otherwise`);
      if (book) book.closed = 'attended';
    }),
  ]);
}
