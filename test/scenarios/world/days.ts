import { addDays, instantOf, romeDate } from '@salvatempo/kernel';
import { eventually } from '@salvatempo/testing';

/** The calendar date in Rome, which is another than UTC's for the last hour or two of each day. */
export const today = (): string => romeDate(instantOf(Date.now()));

/** The date in Rome so many days from now; before today where negative. */
export const inDays = (days: number): string => addDays(today(), days);

const ROOM_MS = 90_000;
const isRoomy = (): boolean => romeDate(instantOf(Date.now() + ROOM_MS)) === today();

/** Ends at once, but in the last minute and a half of a day in Rome: for what is to happen today and at 23:59. Whoever waits has two minutes. */
export const dayWithRoom = (): Promise<boolean> => eventually(isRoomy, 'a day to begin', { withinMs: ROOM_MS + 5_000, everyMs: 250 });

/** Of a test that waits for one. */
export const WITH_ROOM_MS = 2 * ROOM_MS;
