export type { KafkaOptions } from './kafka-options';
export { openKafkaLog, provideKafkaTopics } from './open-kafka-log';
export type { TopicSpec } from './topics';
