import type { Instant } from './instant';

/** The only source of "now". Implementations: the system's clock in `runtime`, a simulated one in `testing`. */
export interface Clock {
  now(): Instant;
  /** A clock that only goes forward, in milliseconds; for measuring how long something took. */
  monotonicMs(): number;
}

/** The only source of chance. `bytes` must be fit for secrets outside the simulation. */
export interface Randomness {
  /** `count` random bytes, 1 to 1,024. */
  bytes(count: number): Uint8Array;
  /** A number in [0, 1). */
  fraction(): number;
}

export interface TimerHandle {
  cancel(): void;
}

/** The only source of delays. A cancelled timer never fires. */
export interface Timers {
  after(delayMs: number, action: () => void): TimerHandle;
}

/** What every service may count on from outside: time, chance and delays. */
export interface Ambient {
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly timers: Timers;
}
