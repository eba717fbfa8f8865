import type { Instant } from '@salvatempo/kernel';

/** A message set aside for a consumer group, in its order within the key. */
export interface ParkedMessage {
  readonly group: string;
  readonly topic: string;
  readonly key: string;
  /** Identifies the delivery, `topic:partition:offset`, so that parking it twice keeps one. */
  readonly delivery: string;
  readonly value: string;
  /** `parked`: waits until somebody replays the one that failed. `deferred`: tried again by itself until `until`. */
  readonly reason: 'parked' | 'deferred';
  readonly until?: Instant;
}

/** How often a delivery failed, and the parked keys: stored, so that a restart remembers. Methods may throw StoreUnavailableError. */
export interface ParkingStore {
  /** Adds one to the failures of a delivery and returns how many there are now. */
  countFailure(group: string, delivery: string): Promise<number>;
  /** Sets a message aside, behind those of its key. One that is there keeps its place and its `until`; `parked` ends a `deferred`. */
  park(message: ParkedMessage): Promise<void>;
  /** Keys of a group that have a message set aside, as `topic/key`, with the reason of the first. */
  parkedKeys(group: string): Promise<ReadonlyMap<string, ParkedMessage['reason']>>;
  /** The messages of a key in order; `limit` 1 to 1,000. */
  messages(group: string, topic: string, key: string, limit: number): Promise<readonly ParkedMessage[]>;
  /** Removes one; its failures are forgotten too. */
  unpark(group: string, topic: string, key: string, delivery: string): Promise<void>;
}
