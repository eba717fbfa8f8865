import { randomBytes } from 'node:crypto';
import { instantOf, rememberingLast, type Ambient, type Clock, type Randomness, type Timers } from '@salvatempo/kernel';

/** A request asks several times within a millisecond, and writing the text costs more than asking. */
const textOf = rememberingLast(instantOf);

const clock: Clock = {
  now: () => textOf(Date.now()),
  monotonicMs: () => performance.now(),
};

/** Asking the system costs more than the bytes: a request needs a few, and gets them from the last time it was asked. */
const POOL_BYTES = 4_096;
let pool = Buffer.alloc(0);

/** Each byte is handed out once, as a copy, so that a secret isn't kept here. */
function pooledBytes(count: number): Uint8Array {
  if (count > POOL_BYTES / 4) return randomBytes(count);
  if (pool.length < count) pool = randomBytes(POOL_BYTES);
  const taken = Uint8Array.prototype.slice.call(pool, 0, count);
  pool.fill(0, 0, count);
  pool = pool.subarray(count);
  return taken;
}

const randomness: Randomness = {
  bytes: pooledBytes,
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
