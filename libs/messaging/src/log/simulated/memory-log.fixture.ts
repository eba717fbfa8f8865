import { SimulatedBroker } from './simulated-broker';
import { SimulatedEventLog } from './simulated-event-log';

/** A log in memory for tests whose timers don't run: a retry waits for ever. */
export const memoryLogOf = (broker: SimulatedBroker = new SimulatedBroker()): SimulatedEventLog =>
  new SimulatedEventLog(broker, { wait: () => new Promise<never>(() => undefined) });
