import { addMs, DAY_MS, romeDate, type Ambient, type Instant, type TimerHandle, type Timers } from '@salvatempo/kernel';
import { systemAmbient } from '@salvatempo/runtime';

interface Waiting {
  readonly at: Instant;
  readonly action: () => void;
  readonly real: TimerHandle;
}

/** The machine's time, moved on by a test: timers whose time has come by then fire at once, as they would have on the way. */
export class TravellingTime {
  private aheadMs = 0;
  private readonly waiting = new Set<Waiting>();

  readonly ambient: Ambient = {
    randomness: systemAmbient.randomness,
    clock: { now: () => this.now(), monotonicMs: () => systemAmbient.clock.monotonicMs() + this.aheadMs },
    timers: { after: (delayMs, action) => this.after(delayMs, action) } satisfies Timers,
  };

  now(): Instant {
    return addMs(systemAmbient.clock.now(), this.aheadMs);
  }

  /** The day in Rome that many days from the time that it is now. */
  day(days: number): string {
    return romeDate(addMs(this.now(), days * DAY_MS));
  }

  travel(days: number): void {
    this.aheadMs += days * DAY_MS;
    for (const one of [...this.waiting])
      if (one.at <= this.now()) {
        one.real.cancel();
        this.waiting.delete(one);
        one.action();
      }
  }

  private after(delayMs: number, action: () => void): TimerHandle {
    const one: Waiting = {
      at: addMs(this.now(), delayMs),
      action,
      real: systemAmbient.timers.after(delayMs, () => {
        this.waiting.delete(one);
        action();
      }),
    };
    this.waiting.add(one);
    const cancel = (): void => {
      this.waiting.delete(one);
      one.real.cancel();
    };
    return { cancel };
  }
}
