import { Inject, Injectable } from '@nestjs/common';
import { ProblemError } from '@salvatempo/http';
import { BoundedMap, epochMsOf, type Instant } from '@salvatempo/kernel';
import { isLoopback, PLATFORM, type PlatformPorts } from '@salvatempo/runtime';
import { oneMore, type Attempts } from '../domain/attempts';

/** How much one address may do in a quarter of an hour. A whole firm may sit behind one address. */
const MOST = { 'sign-up': 100, 'sign-in': 100, 'access-code': 100, reset: 100, unknown: 5 } as const;
export type Limited = keyof typeof MOST;

/** Counts remembered; the oldest are forgotten first. */
const MAX_REMEMBERED = 10_000;

/**
 * Bounds what comes from one address, in memory: a second hedge beside the stored one for each person. Loopback isn't bounded,
 * since behind a proxy on this machine it is everybody's address.
 */
@Injectable()
export class AttemptLimiter {
  private readonly counts = new BoundedMap<string, Attempts>(MAX_REMEMBERED);

  constructor(@Inject(PLATFORM) private readonly ports: PlatformPorts) {}

  /** Throws ProblemError `too-many-attempts`. */
  allow(what: Limited, who: string): void {
    const attempts = this.counts.get(`${what} ${who}`);
    const now = this.ports.ambient.clock.now();
    if (attempts && attempts.count >= MOST[what] && now < attempts.until && !isLoopback(who.replace(/^::ffff:/, ''))) throw tooMany(attempts.until, now);
  }

  count(what: Limited, who: string): void {
    const key = `${what} ${who}`;
    const attempts = oneMore(this.counts.get(key), this.ports.ambient.clock.now());
    this.counts.delete(key);
    this.counts.set(key, attempts);
  }
}

/** The problem that says when trying again makes sense. */
export const tooMany = (retryAt: Instant, now: Instant): ProblemError =>
  new ProblemError('too-many-attempts', { retryAfterS: Math.max(1, Math.ceil((epochMsOf(retryAt) - epochMsOf(now)) / 1_000)) });
