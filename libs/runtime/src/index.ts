/**
 * The runtime: configuration, the machine's clock, chance and timers, the territory's keys, and what a Nest service is given
 * from outside. Only here is the environment read.
 */
export * from './ambient/system-ambient';
export * from './config/config';
export * from './directory/directory';
export { RemoteDirectory } from './directory/remote-directory';
export * from './faults/kill-point';
export * from './health/health.controller';
export * from './internal/internal-access';
export * from './keys/key-file';
export * from './keys/territory-keys';
export * from './log/process-log';
export * from './mail/folder-sender';
export * from './mail/smtp-sender';
export * from './nest/http-application';
export * from './nest/openapi';
export * from './nest/platform.module';
export * from './nest/portal';
export { drainTooLarge } from './nest/drain-too-large';
export { addSafeHeaders } from './nest/safe-headers';
export { DeadLettersController, type GroupView } from './operations/dead-letters.controller';
export * from './operations/recent-events.controller';
export * from './passwords/argon2-hasher';
export * from './ports';
export * from './process/main-of';
export * from './process/stop-signals';
export * from './service/distributed-ports';
export * from './service/machine-ports';
export * from './service/run-service';
export * from './service/running';
export * from './service/service-addresses';
export { openTracing } from './tracing/open-tracing';
export { traceRequests } from './tracing/trace-requests';
export * from './tracing/tracing';
