import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { provideKafkaTopics, type TopicSpec } from '@salvatempo/messaging';
import { ConfigError, mainOf, systemAmbient } from '@salvatempo/runtime';

/** `deploy/topics.json`, seen from the compiled file. */
const TOPICS = join(__dirname, '../../../deploy/topics.json');

/** Makes the topics of a territory that its cluster lacks, and says which. Run it before the services start, and after an upgrade. */
void mainOf(async ({ kafkaBrokers, territory }) => {
  if (kafkaBrokers === undefined) throw new ConfigError('KAFKA_BROKERS: takes the brokers of the cluster, host:port');
  const { topics } = JSON.parse(readFileSync(TOPICS, 'utf8')) as { topics: readonly TopicSpec[] };
  const made = await provideKafkaTopics({ brokers: kafkaBrokers.split(','), prefix: `${territory}.`, ...systemAmbient }, topics);
  process.stdout.write(`${topics.length} topics, ${made.length} of them new${made.length === 0 ? '' : `: ${made.join(', ')}`}\n`);
});
