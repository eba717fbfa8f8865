import { addMs, epochMsOf, type Ambient, type Clock, type Instant } from '@salvatempo/kernel';
import { SimulatedBroker, SimulatedEventLog, type EventLog } from '@salvatempo/messaging';
import { realMs, realTimers } from './real-time';
import { SeededRandomness } from './simulation/seeded-randomness';

/** An event log in memory that delivers at once and never fails: for tests of one service. Retries wait in real time. */
export const memoryLog = (broker: SimulatedBroker = new SimulatedBroker()): EventLog =>
  new SimulatedEventLog(broker, { wait: realMs });

/** A clock that a test sets. */
export class HandClock implements Clock {
  constructor(private at: Instant = '2026-09-01T08:00:00.000Z') {}

  now(): Instant {
    return this.at;
  }

  monotonicMs(): number {
    return epochMsOf(this.at);
  }

  /** Lets time pass. Timers are of the real world and don't notice. */
  pass(ms: number): void {
    this.at = addMs(this.at, ms);
  }
}

/** Time by hand, chance from a seed, timers of the real world: the ambient of tests with ports in memory. */
export const memoryAmbient = (clock: Clock = new HandClock(), seed = 'memory'): Ambient => ({
  clock,
  randomness: new SeededRandomness(seed),
  timers: realTimers,
});
