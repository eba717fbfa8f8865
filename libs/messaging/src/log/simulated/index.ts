/** An event log whose time, faults and crashes are the simulation's to choose; with none of them, a log in memory for tests. */
export { SimulatedBroker, partitionOf, type BrokerObserver, type Partition } from './simulated-broker';
export { noLogFaults, type Arrival, type LogFaults } from './log-faults';
export { SimulatedEventLog, type SimulatedLogPorts } from './simulated-event-log';
