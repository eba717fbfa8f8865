import type { Timers } from '@salvatempo/kernel';
import type { Admin } from 'kafkajs';
import { MAX_MESSAGE_BYTES } from '@salvatempo/store';

export interface TopicSpec {
  readonly name: string;
  readonly partitions: number;
  /** A dead letter holds the whole message as text, and says why. */
  readonly isForDeadLetters?: boolean;
  /** Copies of each message; the cluster's default without it. */
  readonly replicas?: number;
}

/** A letter quotes a message that may be poison for being too large, and every quote of it takes a second character. */
const MAX_LETTER_BYTES = 16 * MAX_MESSAGE_BYTES;
/** Topics are the way, not the history: that is the journal. What nobody read within these days is published again from there. */
const KEPT_DAYS = 14;

/** A partition is known before the broker has made it; so often it is looked for, with a pause between. */
const MAX_LOOKS = 200;
const LOOK_EVERY_MS = 50;

/** Makes the topics that aren't there, and leaves the others alone. Returns the names of those it made, which can be written to. */
export async function provideTopics(admin: Admin, timers: Timers, specs: readonly TopicSpec[]): Promise<readonly string[]> {
  const there = new Set(await admin.listTopics());
  const missing = specs.filter(({ name }) => !there.has(name));
  if (missing.length === 0) return [];
  await admin.createTopics({ waitForLeaders: true, topics: missing.map(topicOf) });
  for (const { name } of missing) await hosted(admin, timers, name);
  return missing.map(({ name }) => name);
}

/** Resolves when the leader of each partition has it: until then a message would be refused. */
async function hosted(admin: Admin, timers: Timers, topic: string): Promise<void> {
  for (let look = 1; ; look++) {
    try {
      await admin.fetchTopicOffsets(topic);
      return;
    } catch (error) {
      if (look === MAX_LOOKS) throw error;
      await new Promise<void>((resolve) => timers.after(LOOK_EVERY_MS, resolve));
    }
  }
}

const topicOf = ({ name, partitions, isForDeadLetters, replicas }: TopicSpec) => ({
  topic: name,
  numPartitions: partitions,
  ...(replicas === undefined ? {} : { replicationFactor: replicas }),
  configEntries: isForDeadLetters
    ? [{ name: 'retention.ms', value: '-1' }, { name: 'max.message.bytes', value: String(MAX_LETTER_BYTES) }]
    : [{ name: 'retention.ms', value: String(KEPT_DAYS * 24 * 60 * 60 * 1_000) }],
});
