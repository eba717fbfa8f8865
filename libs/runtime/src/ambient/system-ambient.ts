import { randomBytes } from 'node:crypto';
import type { Ambient, Clock, Randomness, Timers } from '@salvatempo/kernel';

const clock: Clock = {
  now: () => new Date().toISOString(),
  monotonicMs: () => performance.now(),
};

const randomness: Randomness = {
  bytes: (count) => randomBytes(count),
  fraction: () => Math.random(),
};

const timers: Timers = {
  after(delayMs, action) {
    // A longer delay than a 32-bit number of milliseconds would fire at once.
    const handle = setTimeout(action, Math.min(delayMs, 2_147_483_647));
    return { cancel: () => clearTimeout(handle) };
  },
};

/** The machine's own time, chance and delays. */
export const systemAmbient: Ambient = { clock, randomness, timers };
