import type { Timers } from '@salvatempo/kernel';
import { openKafkaLog, provideKafkaTopics, type EventLog, type KafkaOptions, type Verdict } from '@salvatempo/messaging';
import { memoryAmbient, realTimers } from '@salvatempo/testing';
import { Cable } from './cable';
import { TOPICS, type LogPlace } from './log-place';

const PARTITIONS = 8;
/** What the test broker allows at least: a dead member's partitions shall be free soon. */
const SESSION_TIMEOUT_MS = 1_500;

/** What one process has of the world: its connections and timers, none of which is left when it dies. */
class Life {
  private readonly cable = new Cable();
  private isOver = false;
  private release = (): void => undefined;
  /** A handler that nobody waits for any more says so, or the client of the dead would look after it for ever. */
  private readonly over = new Promise<Verdict>((resolve) => (this.release = () => resolve({ kind: 'retry', afterMs: 0 })));

  readonly socketFactory = this.cable.socketFactory;

  readonly timers: Timers = { after: (delayMs, action) => realTimers.after(delayMs, () => (this.isOver ? undefined : action())) };

  end(): void {
    this.isOver = true;
    this.cable.cut();
    this.release();
  }

  /** The log as this process uses it. */
  with(log: EventLog): EventLog {
    return {
      publish: (records) => log.publish(records),
      subscribe: (group, topics, handle, options) => log.subscribe(group, topics, (delivery) => Promise.race([handle(delivery), this.over]), options),
      read: (topic, after, limit) => log.read(topic, after, limit),
      length: (topic) => log.length(topic),
      close: () => log.close(),
    };
  }
}

let places = 0;

/** Topics and groups of their own on a broker that all cases share. */
export async function newKafkaPlace(brokers: readonly string[], over: Partial<KafkaOptions> = {}): Promise<LogPlace> {
  const prefix = `${process.pid}-${Date.now()}-${places++}.`;
  const options = { brokers, prefix, timers: realTimers, randomness: memoryAmbient().randomness, sessionTimeoutMs: SESSION_TIMEOUT_MS, ...over };
  await provideKafkaTopics(options, TOPICS.map((name) => ({ name, partitions: PARTITIONS })));
  const opened: EventLog[] = [];
  let life = new Life();
  return {
    open: async () => {
      life = new Life();
      const { socketFactory, timers } = life;
      const log = life.with(await openKafkaLog({ ...options, socketFactory, timers }));
      opened.push(log);
      return log;
    },
    crash: async () => life.end(),
    discard: async () => {
      await opened.at(-1)!.close();
      for (const log of opened) void log.close().catch(() => undefined);
    },
  };
}
