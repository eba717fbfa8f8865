import type { Ambient, Timers } from '@salvatempo/kernel';
import type { Schedule } from '@salvatempo/store';
import type { Scheduler } from './scheduler';
import type { SeededRandomness } from './seeded-randomness';

/**
 * One life of the product, from boot to crash: time, chance, timers and the schedule of its port calls. After its
 * end nothing that was begun through it happens or is answered. Several may live at once, as replicas do.
 */
export class Incarnation implements Schedule {
  readonly epoch: number;
  readonly ambient: Ambient;

  constructor(
    private readonly scheduler: Scheduler,
    randomness: SeededRandomness,
  ) {
    this.epoch = scheduler.beginEpoch();
    const timers: Timers = simulatedTimers(scheduler, this.epoch, randomness.fork('timers'));
    this.ambient = { clock: scheduler.clock, randomness: randomness.fork('product'), timers };
  }

  get alive(): boolean {
    return this.scheduler.isAlive(this.epoch);
  }

  /** The process dies: whatever it had begun never goes on. */
  end(): void {
    this.scheduler.endEpoch(this.epoch);
  }

  perform<T>(label: string, run: () => T): Promise<T> {
    return new Promise((resolve, reject) => {
      this.scheduler.plan(label, this.epoch, () => {
        try {
          resolve(run());
        } catch (error) {
          reject(error as Error);
        }
      });
    });
  }

  /** Resolves after so many milliseconds of simulated time. */
  wait = (delayMs: number): Promise<void> => new Promise((resolve) => this.ambient.timers.after(delayMs, resolve));
}

/** Timers of an epoch: never early, and late by up to two milliseconds. */
export const simulatedTimers = (scheduler: Scheduler, epoch: number, randomness: SeededRandomness): Timers => ({
  after: (delayMs, action) => {
    const operation = scheduler.plan('timer', epoch, action, delayMs + randomness.fraction() * 2);
    return { cancel: () => void (operation.cancelled = true) };
  },
});
