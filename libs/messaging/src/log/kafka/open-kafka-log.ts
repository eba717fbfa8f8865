import type { EventLog } from '../event-log';
import type { KafkaOptions } from './kafka-options';
import type { TopicSpec } from './topics';

/* The client is loaded when it is asked for, so that the embedded mode starts without it. */
/* eslint-disable @typescript-eslint/no-require-imports -- an import() here would want the name of a compiled file, which tests don't have */

/** Opens the event log on Kafka. Throws LogUnavailableError where no broker answers. */
export async function openKafkaLog(options: KafkaOptions): Promise<EventLog> {
  const { KafkaEventLog } = require('./kafka-event-log') as typeof import('./kafka-event-log');
  return KafkaEventLog.open(options);
}

/** Makes those of the topics that the cluster lacks; the names of what it made. Throws LogUnavailableError. */
export async function provideKafkaTopics(options: KafkaOptions, specs: readonly TopicSpec[]): Promise<readonly string[]> {
  const { provideTopicsOf } = require('./provide-topics') as typeof import('./provide-topics');
  return provideTopicsOf(options, specs);
}
