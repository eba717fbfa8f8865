import { Kafka, Partitioners, type Admin, type Producer } from 'kafkajs';
import { grouped } from '../../relay/offered';
import { deadLetterTopicOf } from '../dead-letters';
import { LogUnavailableError, type Delivery, type EventLog, type LogRecord, type Subscription, type SubscribeOptions, type Verdict } from '../event-log';
import { clientConfig, RETRY, sessionTimeoutOf, watchEveryMsOf, type KafkaOptions } from './kafka-options';
import { KafkaSubscription } from './kafka-subscription';
import { reachable } from './reachable-broker';
import { provideTopics } from './topics';
import { lengthOf, readTopic } from './topic-reader';

/** Answered once every replica that is in step has it. */
const ACKS_OF_ALL = -1;

/**
 * The event log on Apache Kafka. Topics come from `deploy/topics.json` and are never made by a message; a group's dead-letter
 * topic is made when the group subscribes.
 */
export class KafkaEventLog implements EventLog {
  private readonly kafka: Kafka;
  private readonly producer: Producer;
  private readonly admin: Admin;
  private readonly subscriptions = new Map<string, KafkaSubscription>();
  private connecting: Promise<void> | undefined;
  private isClosed = false;

  private constructor(private readonly options: KafkaOptions) {
    this.kafka = new Kafka(clientConfig(options));
    this.producer = this.kafka.producer({ allowAutoTopicCreation: false, createPartitioner: Partitioners.DefaultPartitioner, retry: RETRY });
    this.admin = this.kafka.admin({ retry: RETRY });
  }

  /** Connects. Throws LogUnavailableError where no broker answers. */
  static async open(options: KafkaOptions): Promise<KafkaEventLog> {
    const log = new KafkaEventLog(options);
    await reachable(() => log.connected());
    return log;
  }

  async publish(records: readonly LogRecord[]): Promise<void> {
    this.assertOpen();
    if (records.length === 0) return;
    const byTopic = grouped(records, ({ topic }) => topic);
    const topicMessages = [...byTopic].map(([topic, of]) => ({ topic: this.named(topic), messages: of.map(({ key, value }) => ({ key, value })) }));
    await reachable(async () => {
      await this.connected();
      await this.producer.sendBatch({ acks: ACKS_OF_ALL, topicMessages });
    });
  }

  async subscribe(group: string, topics: readonly string[], handle: (delivery: Delivery) => Verdict | Promise<Verdict>, options: SubscribeOptions = {}): Promise<Subscription> {
    this.assertOpen();
    if (this.subscriptions.has(group)) throw new Error(`${group} is subscribed already`);
    await reachable(() => provideTopics(this.admin, this.options.timers, [{ name: this.named(deadLetterTopicOf(group)), partitions: 1, isForDeadLetters: true }]));
    const subscription = new KafkaSubscription({
      kafka: this.kafka,
      admin: this.admin,
      timers: this.options.timers,
      sessionTimeoutMs: sessionTimeoutOf(this.options),
      group: this.named(group),
      topics: topics.map((topic) => this.named(topic)),
      plain: (topic) => topic.slice(this.prefix.length),
      handle,
      ...options,
      watchEveryMs: watchEveryMsOf(this.options),
      onTrouble: (error) => this.options.onTrouble?.(group, error),
      onClose: () => this.subscriptions.delete(group),
    });
    this.subscriptions.set(group, subscription);
    try {
      await subscription.start();
    } catch (error) {
      await subscription.close();
      throw error;
    }
    return subscription;
  }

  async read(topic: string, after: { readonly partition: number; readonly offset: number } | undefined, limit: number): Promise<readonly Delivery[]> {
    this.assertOpen();
    const groupId = this.named(`reader.${Buffer.from(this.options.randomness.bytes(12)).toString('hex')}`);
    const found = await reachable(() => readTopic(this.kafka, this.admin, { topic: this.named(topic), after, limit, groupId }));
    return found.map((delivery) => ({ ...delivery, topic }));
  }

  async length(topic: string): Promise<number> {
    this.assertOpen();
    return reachable(async () => {
      await this.connected();
      return lengthOf(this.admin, this.named(topic));
    });
  }

  async close(): Promise<void> {
    this.isClosed = true;
    await Promise.all([...this.subscriptions.values()].map((subscription) => subscription.close()));
    await Promise.allSettled([this.producer.disconnect(), this.admin.disconnect()]);
  }

  /** A connection that failed is tried again by the next call. */
  private async connected(): Promise<void> {
    this.connecting ??= Promise.all([this.producer.connect(), this.admin.connect()]).then(() => undefined);
    try {
      await this.connecting;
    } catch (error) {
      this.connecting = undefined;
      throw error;
    }
  }

  private get prefix(): string {
    return this.options.prefix ?? '';
  }

  private named(name: string): string {
    return `${this.prefix}${name}`;
  }

  private assertOpen(): void {
    if (this.isClosed) throw new LogUnavailableError('the log is closed');
  }
}
