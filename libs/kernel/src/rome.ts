import { Temporal } from 'temporal-polyfill';
import { DAY_MS, epochMsOf, instantOf, type Instant } from './instant';

const ROME = 'Europe/Rome';

/** Rome has been whole hours from UTC since 1893, so that all instants of one hour fall on one date: the last one asked for. */
let known = { hour: '', date: '' };

/** The calendar date in Rome at an instant, as `YYYY-MM-DD`. */
export function romeDate(instant: Instant): string {
  const hour = instant.slice(0, 'YYYY-MM-DDTHH'.length);
  if (hour !== known.hour) known = { hour, date: Temporal.Instant.from(instant).toZonedDateTimeISO(ROME).toPlainDate().toString() };
  return known.date;
}

/** The calendar year in Rome at an instant; the tax period of a choice made then (docs/rules). */
export const romeYear = (instant: Instant): number => Number(romeDate(instant).slice(0, 4));

/** The date so many days later in the calendar, whatever the clocks do in between. Throws RangeError for no date. */
export const addDays = (date: string, days: number): string => Temporal.PlainDate.from(date).add({ days }).toString();

/** Days from one date to another, negative where that is before it; whole days, whatever the clocks do. Throws RangeError for no date. */
export const daysBetween = (from: string, to: string): number => (epochMsOf(`${to}T00:00:00.000Z`) - epochMsOf(`${from}T00:00:00.000Z`)) / DAY_MS;

/** The date so many years later (earlier for a negative number); of 29 February, in a year without one, the 28th. Throws RangeError for no date. */
export const addYears = (date: string, years: number): string => Temporal.PlainDate.from(date).add({ years }).toString();

/** The last millisecond of a date in Rome: what "valid until that day" means. Throws RangeError for no date. */
export function endOfRomeDay(date: string): Instant {
  const nextDay = Temporal.PlainDate.from(date).add({ days: 1 });
  return instantOf(nextDay.toZonedDateTime(ROME).epochMilliseconds - 1);
}

/** The first millisecond of a date in Rome. Throws RangeError for no date. */
export const startOfRomeDay = (date: string): Instant =>
  instantOf(Temporal.PlainDate.from(date).toZonedDateTime(ROME).epochMilliseconds);
