import { SimulatedBroker, SimulatedEventLog } from '@salvatempo/messaging';
import { realMs } from '@salvatempo/testing';
import { eventLogContract } from './event-log.contract';

eventLogContract('the simulated broker', async () => {
  const broker = new SimulatedBroker();
  let log: SimulatedEventLog | undefined;
  return {
    open: async () => (log = new SimulatedEventLog(broker, { wait: realMs })),
    crash: async () => log!.crash(),
    discard: async () => log!.crash(),
  };
});
