/**
 * The runtime: configuration, the machine's clock, chance and timers, the territory's keys, and what a Nest service is given
 * from outside. Only here is the environment read.
 */
export * from './ambient/system-ambient';
export * from './config/config';
export * from './directory/directory';
export * from './faults/kill-point';
export * from './health/health.controller';
export * from './keys/key-file';
export * from './keys/territory-keys';
export * from './log/process-log';
export * from './mail/folder-sender';
export * from './mail/smtp-sender';
export * from './nest/http-application';
export * from './nest/openapi';
export * from './nest/platform.module';
export * from './operations/recent-events.controller';
export * from './passwords/argon2-hasher';
export * from './ports';
