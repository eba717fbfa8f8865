/** A message on its way to a topic. Messages of one key keep their order within the topic; nothing else does. */
export interface LogRecord {
  readonly topic: string;
  readonly key: string;
  readonly value: string;
}

/** A message as a consumer group gets it, at least once. */
export interface Delivery extends LogRecord {
  readonly partition: number;
  /** Grows within a partition. */
  readonly offset: number;
}

/** `done`: the effect is durable, progress may be stored. `retry`: not now; the partition waits, the others go on. */
export type Verdict = { readonly kind: 'done' } | { readonly kind: 'retry'; readonly afterMs: number };
export const DONE: Verdict = { kind: 'done' };

export interface SubscribeOptions {
  /** Called when this process was given its partitions anew: what others did with them meanwhile isn't known here. */
  readonly onAssigned?: () => void;
  /** Called when messages wait, the log can be reached, nothing is being retried, and none was taken for half a minute. */
  readonly onStandstill?: () => void;
  /** Whether a message's text is of no use to the group, so that it needn't be handed over. An adapter may ask, or leave it. Never throws. */
  readonly ignores?: (value: string) => boolean;
}

export interface Subscription {
  /** Messages of the group's topics behind which its stored progress is. */
  lag(): Promise<number>;
  /** Takes no new message, waits for what is in flight, stores the progress. */
  close(): Promise<void>;
}

/**
 * Topics with partitions, kept by key, and a stored progress for each consumer group. At least once, in order per key
 * within a topic, no order across topics. Methods may throw LogUnavailableError.
 */
export interface EventLog {
  /** Appends; durable when it resolves. A failure may have appended a part of them. */
  publish(records: readonly LogRecord[]): Promise<void>;
  /**
   * Delivers the topics' messages to `handle`, one at a time per partition, starting where the group's progress stands
   * (at the beginning for a new group). Progress is stored only after `handle` said `done`, the newest per partition.
   * A `handle` that throws is a `retry` after a second.
   */
  subscribe(group: string, topics: readonly string[], handle: (delivery: Delivery) => Verdict | Promise<Verdict>, options?: SubscribeOptions): Promise<Subscription>;
  /** A topic's messages from the beginning, for the DLQ's tools and for rebuilding read models; `limit` 1 to 1,000. */
  read(topic: string, after: { readonly partition: number; readonly offset: number } | undefined, limit: number): Promise<readonly Delivery[]>;
  /** How many messages a topic keeps; 0 for one that nobody wrote to. */
  length(topic: string): Promise<number>;
  close(): Promise<void>;
}

/** The log can't be reached; try later. */
export class LogUnavailableError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'LogUnavailableError';
  }
}

/** Every topic of the embedded and simulated logs has so many partitions. */
export const EMBEDDED_PARTITIONS = 8;
