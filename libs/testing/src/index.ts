/**
 * What tests are made of: the simulated world (a seed decides when each thing happens), ports in memory, deciders by
 * given, when, then, and patience that says what it waited for. No product code imports it.
 */
export * from './decisions/given';
export * from './eventually';
export * from './invariants';
export * from './memory-ports';
export * from './real-time';
export * from './simulation/incarnation';
export * from './simulation/operation-queue';
export * from './simulation/scheduler';
export * from './simulation/seeded-randomness';
export * from './simulation/simulated-clock';
export { memoryStore } from '@salvatempo/store';
export * from './workbook';
