import { instantOf, type Clock, type Instant } from '@salvatempo/kernel';

/** A clock that stands still until the scheduler moves it. */
export class SimulatedClock implements Clock {
  private elapsedMs = 0;

  /** @param startMs epoch milliseconds of the simulation's beginning. */
  constructor(private readonly startMs: number) {}

  now(): Instant {
    return instantOf(Math.floor(this.startMs + this.elapsedMs));
  }

  monotonicMs(): number {
    return this.elapsedMs;
  }

  /** Only the scheduler calls this. A moment that is already over leaves the clock where it stands. */
  advanceTo(elapsedMs: number): void {
    if (elapsedMs > this.elapsedMs) this.elapsedMs = elapsedMs;
  }
}
