import { Temporal } from 'temporal-polyfill';
import { instantOf, MINUTE_MS, type Instant } from './instant';
import { remembering } from './remembering';

const ROME = 'Europe/Rome';
const NS_IN_MS = 1_000_000;

/** A stretch of time, its end not included. */
export interface Span {
  readonly from: Instant;
  readonly until: Instant;
}

/** The part of a day during which clocks aren't changed: wall time is UTC plus `offsetMs`. */
interface Stretch {
  readonly startMs: number;
  readonly endMs: number;
  readonly offsetMs: number;
}

/** Dates that are remembered: whoever looks for the next opening asks for the same days again and again. */
const DATES = 1_000;

/** One stretch on most days, two on the days on which summer time begins and ends. */
const stretchesOf = remembering(DATES, (date): readonly Stretch[] => {
  const day = Temporal.PlainDate.from(date);
  const start = day.toZonedDateTime(ROME);
  const end = day.add({ days: 1 }).toZonedDateTime(ROME);
  const first = { startMs: start.epochMilliseconds, endMs: end.epochMilliseconds, offsetMs: start.offsetNanoseconds / NS_IN_MS };
  if (start.offsetNanoseconds === end.offsetNanoseconds) return [first];
  const change = start.getTimeZoneTransition('next')!;
  const changeMs = change.epochMilliseconds;
  return [{ ...first, endMs: changeMs }, { startMs: changeMs, endMs: first.endMs, offsetMs: change.offsetNanoseconds / NS_IN_MS }];
});

const midnightMs = (date: string): number => Date.parse(`${date}T00:00:00.000Z`);

/**
 * When clocks in Rome show a time from `fromMinute` (included) to `toMinute` (not included) on a date, in minutes since midnight,
 * 0 to 1,440. The hour that comes twice in autumn counts twice, the one that spring leaves out not at all: so there may be no, one or
 * two spans, in order. Throws RangeError for no date.
 */
export function romeSpans(date: string, fromMinute: number, toMinute: number): readonly Span[] {
  const midnight = midnightMs(date);
  return stretchesOf(date).flatMap(({ startMs, endMs, offsetMs }) => {
    const from = Math.max(startMs, midnight + fromMinute * MINUTE_MS - offsetMs);
    const until = Math.min(endMs, midnight + toMinute * MINUTE_MS - offsetMs);
    return from < until ? [{ from: instantOf(from), until: instantOf(until) }] : [];
  });
}

/**
 * The first instant of a date at which clocks in Rome show so many minutes since midnight or more: of a time that comes twice the
 * first, of one that spring leaves out the change itself. 1,440 is the end of the day. Throws RangeError for no date.
 */
export function romeInstant(date: string, minute: number): Instant {
  const stretches = stretchesOf(date);
  for (const { startMs, endMs, offsetMs } of stretches) {
    const at = midnightMs(date) + minute * MINUTE_MS - offsetMs;
    if (at < endMs) return instantOf(Math.max(at, startMs));
  }
  return instantOf(stretches.at(-1)!.endMs);
}

/** The day of the week of a date: 1 Monday to 7 Sunday (ISO 8601). */
export const weekdayOf = (date: string): number => new Date(midnightMs(date)).getUTCDay() || 7;

/** Minutes since midnight of a time written `HH:MM`, up to `24:00`. */
export const minuteOfDay = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
