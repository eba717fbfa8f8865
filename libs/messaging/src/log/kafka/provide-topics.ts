import { Kafka } from 'kafkajs';
import { clientConfig, RETRY, type KafkaOptions } from './kafka-options';
import { reachable } from './reachable-broker';
import { provideTopics, type TopicSpec } from './topics';

/** Makes those of the topics that aren't there, on the cluster of these options; the names of what it made. Throws LogUnavailableError. */
export async function provideTopicsOf(options: KafkaOptions, specs: readonly TopicSpec[]): Promise<readonly string[]> {
  const admin = new Kafka(clientConfig(options)).admin({ retry: RETRY });
  try {
    return await reachable(async () => {
      await admin.connect();
      return provideTopics(admin, options.timers, specs.map((spec) => ({ ...spec, name: `${options.prefix ?? ''}${spec.name}` })));
    });
  } finally {
    await admin.disconnect();
  }
}
