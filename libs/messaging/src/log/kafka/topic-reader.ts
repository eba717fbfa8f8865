import type { Admin, Kafka } from 'kafkajs';
import type { Delivery } from '../event-log';
import { RETRY } from './kafka-options';

export interface PageOfTopic {
  readonly topic: string;
  readonly after: { readonly partition: number; readonly offset: number } | undefined;
  readonly limit: number;
  /** A group that nobody else has; it is removed afterwards. */
  readonly groupId: string;
}

/** Of one partition, the offsets that a page may take. */
interface Span {
  readonly partition: number;
  readonly from: number;
  readonly end: number;
  readonly found: Delivery[];
  reached: number;
}

/** A page of a topic, partition by partition, as it stood when it was asked for. For tools: each page joins a group of its own. */
export async function readTopic(kafka: Kafka, admin: Admin, page: PageOfTopic): Promise<readonly Delivery[]> {
  const { topic, after, limit } = page;
  if (!(await admin.listTopics()).includes(topic)) return [];
  const spans = (await admin.fetchTopicOffsets(topic))
    .map(({ partition, low, high }) => ({ partition, from: Math.max(Number(low), after?.partition === partition ? after.offset + 1 : 0), end: Number(high) }))
    .filter(({ partition, from, end }) => partition >= (after?.partition ?? 0) && from < end)
    .sort((a, b) => a.partition - b.partition)
    .map((span): Span => ({ ...span, found: [], reached: span.from }));
  if (spans.length > 0) await readSpans(kafka, admin, page, spans);
  return spans.flatMap(({ found }) => found).slice(0, limit);
}

/** Messages that a topic keeps; 0 for one that isn't there. */
export async function lengthOf(admin: Admin, topic: string): Promise<number> {
  if (!(await admin.listTopics()).includes(topic)) return 0;
  return (await admin.fetchTopicOffsets(topic)).reduce((sum, { low, high }) => sum + Number(high) - Number(low), 0);
}

const isComplete = ({ reached, end, found }: Span, limit: number): boolean => reached >= end || found.length >= limit;

async function readSpans(kafka: Kafka, admin: Admin, { topic, limit, groupId }: PageOfTopic, spans: readonly Span[]): Promise<void> {
  const consumer = kafka.consumer({ groupId, retry: RETRY, allowAutoTopicCreation: false, maxWaitTimeInMs: 100 });
  await consumer.connect();
  try {
    await consumer.subscribe({ topics: [topic], fromBeginning: true });
    await new Promise<void>((done, fail) => {
      consumer.on(consumer.events.CRASH, ({ payload }) => fail(payload.error));
      const eachBatch = async ({ batch }: { batch: { partition: number; messages: readonly { offset: string; key: Buffer | null; value: Buffer | null }[] } }): Promise<void> => {
        const span = spans.find(({ partition }) => partition === batch.partition);
        for (const message of span ? batch.messages : []) takeInto(span!, message, topic, limit);
        if (spans.every((each) => isComplete(each, limit))) done();
      };
      consumer.run({ autoCommit: false, eachBatch }).catch(fail);
      for (const { partition, from } of spans) consumer.seek({ topic, partition, offset: String(from) });
    });
  } finally {
    await consumer.disconnect();
    await admin.deleteGroups([groupId]).catch(() => undefined);
  }
}

function takeInto(span: Span, { offset, key, value }: { offset: string; key: Buffer | null; value: Buffer | null }, topic: string, limit: number): void {
  const at = Number(offset);
  if (at < span.reached || isComplete(span, limit)) return;
  span.reached = at + 1;
  span.found.push({ topic, partition: span.partition, offset: at, key: key?.toString() ?? '', value: value?.toString() ?? '' });
}
