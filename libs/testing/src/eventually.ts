import { inspect } from 'node:util';

/** What `eventually` waited for never came; `last` is what the probe said last. */
export class NeverHappenedError extends Error {
  constructor(what: string, withinMs: number, last: unknown) {
    super(`waited ${withinMs} ms for ${what}; last seen: ${inspect(last, { depth: 6, breakLength: 120 })}`);
    this.name = 'NeverHappenedError';
  }
}

/**
 * Asks `probe` again and again, in real time, until it answers with something other than undefined, null or false, and
 * returns that. A probe that throws counts as "not yet". Throws NeverHappenedError after `withinMs` (5,000 by default).
 */
export async function eventually<T>(
  probe: () => T | Promise<T>,
  what: string,
  { withinMs = 5_000, everyMs = 10 }: { withinMs?: number; everyMs?: number } = {},
): Promise<NonNullable<Exclude<T, false>>> {
  const untilMs = performance.now() + withinMs;
  for (let pauseMs = everyMs; ; pauseMs = Math.min(pauseMs * 1.5, 250)) {
    let last: unknown;
    try {
      const answer = await probe();
      if (answer !== undefined && answer !== null && answer !== false) return answer as NonNullable<Exclude<T, false>>;
      last = answer;
    } catch (error) {
      last = error;
    }
    if (performance.now() >= untilMs) throw new NeverHappenedError(what, withinMs, last);
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}
