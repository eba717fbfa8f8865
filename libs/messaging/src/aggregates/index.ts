export * from './aggregate-runner';
export * from './cause';
export { DECISION_DEADLINE_MS, type CommitListener, type QueuePorts } from './document-queue';
export * from './effect';
export { hashOf } from './message-builder';
export * from './outcome';
export { collectionOf } from './snapshot';
