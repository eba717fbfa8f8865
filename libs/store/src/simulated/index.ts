/** A store whose time, faults and crashes are the simulation's to choose; with none of them, a store in memory for tests. */
export { DemandedFaults, immediately, noFaults, type Fault, type Faults, type Schedule } from './schedule';
export { SimulatedDisk, type DiskImage, type DiskObserver } from './simulated-disk';
export { documentOf, type DocumentRecord, type WrittenCommit } from './document-table';
export { SimulatedStore, memoryStore } from './simulated-store';
