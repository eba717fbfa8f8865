import { addMs, MINUTE_MS, type Instant } from '@salvatempo/kernel';

/** Wrong ones in a stretch of time that began with the first of them. */
export interface Attempts {
  readonly count: number;
  /** When the stretch is over and the count begins anew. */
  readonly until: Instant;
}

/** So many wrong ones, and nothing more is tried until the stretch is over. */
export const MAX_ATTEMPTS = 5;
export const STRETCH_MS = 15 * MINUTE_MS;

export const isBlocked = (attempts: Attempts | undefined, at: Instant): boolean =>
  attempts !== undefined && attempts.count >= MAX_ATTEMPTS && at < attempts.until;

/** After one more wrong one. */
export const oneMore = (attempts: Attempts | undefined, at: Instant): Attempts =>
  attempts && at < attempts.until ? { ...attempts, count: attempts.count + 1 } : { count: 1, until: addMs(at, STRETCH_MS) };
