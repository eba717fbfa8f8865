import { rememberingLast } from './remembering';

/**
 * A point in time as RFC 3339 in UTC with milliseconds, e.g. `2026-11-24T09:30:00.000Z`.
 * Fixed width, so that two instants compare as strings: `a < b` means "a is earlier".
 */
export type Instant = string;

export const SECOND_MS = 1_000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** Epoch milliseconds to Instant. Throws RangeError for a number outside the range of dates. */
export const instantOf = (epochMs: number): Instant => new Date(epochMs).toISOString();

/** Instant to epoch milliseconds. Throws RangeError for a text that is no date. */
export function epochMsOf(instant: Instant): number {
  const epochMs = Date.parse(instant);
  if (Number.isNaN(epochMs)) throw new RangeError(`not an instant: ${instant}`);
  return epochMs;
}

/** The instant `ms` milliseconds later (earlier for a negative number). */
export const addMs = (instant: Instant, ms: number): Instant => instantOf(epochMsOf(instant) + ms);

/** `addMs` by always the same, for instants that come many times in a row, as those of a clock do within a millisecond. */
export const shiftedBy = (ms: number): ((instant: Instant) => Instant) => rememberingLast((instant) => addMs(instant, ms));

/** The earliest of the given instants; those that are undefined don't count. */
export function earliest(instants: Iterable<Instant | undefined>): Instant | undefined {
  let first: Instant | undefined;
  for (const instant of instants) if (instant !== undefined && (first === undefined || instant < first)) first = instant;
  return first;
}
