import { SimulatedBroker, SimulatedEventLog } from '@salvatempo/messaging';
import { realTimers } from '@salvatempo/testing';
import { eventLogContract } from './event-log.contract';

/** Waits in real time, but keeps no test run alive. */
const wait = (delayMs: number) => new Promise<void>((resolve) => realTimers.after(delayMs, resolve));

eventLogContract('the simulated broker', async () => {
  const broker = new SimulatedBroker();
  let log: SimulatedEventLog | undefined;
  return {
    open: async () => (log = new SimulatedEventLog(broker, { wait })),
    crash: async () => log!.crash(),
    discard: async () => log!.crash(),
  };
});
