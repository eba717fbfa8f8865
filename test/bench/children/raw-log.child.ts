import { Kafka, logLevel, Partitioners, type Admin, type Consumer, type Producer } from 'kafkajs';
import { eventually } from '@salvatempo/testing';
import { holdCommand } from '../log/commands';
import { machineMs } from '../measure/shared-clock';
import { answer } from './remote';

export interface RawLogSpec {
  readonly brokers: string;
  readonly topic: string;
  readonly partitions: number;
  /** Whether this process reads the topic. */
  readonly reads: boolean;
}

/** Messages at a rate, each with its number as the key. */
export interface PacedSpec {
  readonly topic: string;
  readonly text: string;
  readonly rate: number;
  readonly first: number;
  readonly warmMs: number;
  readonly ms: number;
}

/** Commands to accounts, made before the time counts. */
export interface BatchesSpec {
  readonly topic: string;
  /** Number of the first command, and how many. */
  readonly first: number;
  readonly count: number;
  readonly together: number;
}

const ACKS_OF_ALL = -1;
const PATIENCE = { withinMs: 30_000, everyMs: 5 };

let admin: Admin;
let producer: Producer;
let consumer: Consumer;
let topic: string;
/** When each key was seen first, and how many messages were seen. */
const seenAt = new Map<string, number>();
let seen = { count: 0, lastMs: 0 };

const send = (to: string, messages: readonly { key: string; value: string }[]): Promise<unknown> => producer.send({ topic: to, acks: ACKS_OF_ALL, messages: [...messages] });

async function read(kafka: Kafka, partitions: number): Promise<void> {
  consumer = kafka.consumer({ groupId: `${topic}.reader`, maxWaitTimeInMs: 250 });
  const joined = new Promise((resolve) => consumer.on(consumer.events.GROUP_JOIN, resolve));
  await consumer.connect();
  await consumer.subscribe({ topics: [topic], fromBeginning: true });
  await consumer.run({
    partitionsConsumedConcurrently: partitions,
    eachMessage: async ({ message }) => {
      const nowMs = machineMs();
      if (!seenAt.has(message.key!.toString())) seenAt.set(message.key!.toString(), nowMs);
      seen = { count: seen.count + 1, lastMs: nowMs };
    },
  });
  await joined;
}

/** L3: what a broker and its client alone can do. */
answer({
  async start({ brokers, reads, partitions, ...spec }: RawLogSpec): Promise<void> {
    const kafka = new Kafka({ clientId: 'bench', brokers: brokers.split(','), logLevel: logLevel.NOTHING });
    topic = spec.topic;
    admin = kafka.admin();
    producer = kafka.producer({ allowAutoTopicCreation: false, createPartitioner: Partitioners.DefaultPartitioner });
    await Promise.all([admin.connect(), producer.connect()]);
    const isThere = (await admin.listTopics()).includes(topic);
    if (!isThere) await admin.createTopics({ waitForLeaders: true, topics: [{ topic, numPartitions: partitions, replicationFactor: 1 }] });
    if (reads) await read(kafka, partitions);
  },
  /** Sends at the rate, one message at a time for each; of the measured ones, when each was handed over. */
  async paced({ topic: to, text, rate, first, warmMs, ms }: PacedSpec): Promise<readonly number[]> {
    const startMs = machineMs();
    const sending: Promise<unknown>[] = [];
    const sent: number[] = [];
    const total = Math.floor((rate * (warmMs + ms)) / 1_000);
    while (sending.length < total) {
      while (sending.length < total && startMs + (sending.length * 1_000) / rate <= machineMs()) {
        sent.push(machineMs());
        sending.push(send(to, [{ key: String(first + sending.length), value: text }]));
      }
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    await Promise.all(sending);
    return sent;
  },
  async seenAt(keys: readonly string[]): Promise<readonly number[]> {
    await eventually(() => keys.every((key) => seenAt.has(key)), `${keys.length} messages`, PATIENCE);
    return keys.map((key) => seenAt.get(key)!);
  },
  /** Messages a second in batches, one after the other. */
  async batches({ topic: to, first, count, together }: BatchesSpec): Promise<number> {
    const messages = Array.from({ length: count }, (_, i) => holdCommand(first + i));
    const startMs = performance.now();
    for (let from = 0; from < count; from += together) await send(to, messages.slice(from, from + together));
    return (count * 1_000) / (performance.now() - startMs);
  },
  /** Takes nothing until `consume`. */
  hold(): void {
    consumer.pause([{ topic }]);
    seen = { count: 0, lastMs: 0 };
  },
  /** Messages a second, from when the consumer may take them to the last of so many: what fetches are under way counts. */
  async consume(count: number): Promise<number> {
    const startMs = machineMs();
    consumer.resume([{ topic }]);
    await eventually(() => seen.count >= count, `${count} messages`, PATIENCE);
    return (count * 1_000) / (seen.lastMs - startMs);
  },
});
