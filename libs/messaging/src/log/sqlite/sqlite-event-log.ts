import { createHash } from 'node:crypto';
import type { Timers } from '@salvatempo/kernel';
import { StoreUnavailableError, type LogTable } from '@salvatempo/store';
import { EMBEDDED_PARTITIONS, LogUnavailableError, type Delivery, type EventLog, type LogRecord, type Subscription, type Verdict } from '../event-log';
import { SqliteSubscription } from './sqlite-subscription';

/** The partition of a key: always the same one. */
const partitionOf = (key: string): number => createHash('sha256').update(key).digest()[0]! % EMBEDDED_PARTITIONS;

/** The embedded event log, in the store's own file. Subscriptions of this process are woken after each append. */
export class SqliteEventLog implements EventLog {
  private readonly subscriptions = new Set<SqliteSubscription>();
  private closed = false;

  constructor(
    private readonly store: { readonly log: LogTable },
    private readonly timers: Timers,
  ) {}

  async publish(records: readonly LogRecord[]): Promise<void> {
    if (this.closed) throw new LogUnavailableError('the log is closed');
    try {
      await this.store.log.append(records.map(({ topic, key, value }) => ({ topic, part: partitionOf(key), key, value })));
    } catch (error) {
      if (error instanceof StoreUnavailableError) throw new LogUnavailableError(error.message);
      throw error;
    }
    const topics = new Set(records.map(({ topic }) => topic));
    for (const subscription of this.subscriptions) subscription.wake(topics);
  }

  async subscribe(group: string, topics: readonly string[], handle: (delivery: Delivery) => Promise<Verdict>): Promise<Subscription> {
    const subscription = new SqliteSubscription({ log: this.store.log, timers: this.timers, group, topics, handle, onClose: () => this.subscriptions.delete(subscription) });
    this.subscriptions.add(subscription);
    subscription.wake(new Set(topics));
    return subscription;
  }

  async read(topic: string, after: { readonly partition: number; readonly offset: number } | undefined, limit: number): Promise<readonly Delivery[]> {
    const found: Delivery[] = [];
    for (let partition = after?.partition ?? 0; partition < EMBEDDED_PARTITIONS && found.length < limit; partition++) {
      const from = partition === after?.partition ? after.offset + 1 : 0;
      const entries = this.store.log.read(topic, partition, from, limit - found.length);
      found.push(...entries.map(({ offset, key, value }) => ({ topic, partition, offset, key, value })));
    }
    return found;
  }

  async close(): Promise<void> {
    this.closed = true;
    await Promise.all([...this.subscriptions].map((subscription) => subscription.close()));
  }
}
