/**
 * Messaging: aggregates decided by one guarded write, the relay from outbox to journal to event log, the transport that runs
 * consumers with retries, dead letters and parking, read models, and deadlines.
 */
export * from './aggregates';
export * from './deadlines/deadline-watcher';
export * from './engine';
export * from './log/dead-letters';
export * from './log/event-log';
export * from './log/kafka';
export * from './log/sqlite/sqlite-event-log';
export * from './log/simulated';
export * from './projections/projection';
export * from './projections/row-reader';
export * from './relay/outbox-relay';
export * from './transport/consumer.decorator';
export * from './transport/consumer-group';
export * from './transport/dead-letter';
export * from './transport/failures';
export * from './transport/group-report';
export * from './transport/log-server';
export * from './transport/message-tracing';
