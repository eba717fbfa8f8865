import { hash } from 'node:crypto';
import type { Timers } from '@salvatempo/kernel';
import type { LogTable } from '@salvatempo/store';
import { EMBEDDED_PARTITIONS, LogUnavailableError, type Delivery, type EventLog, type LogRecord, type SubscribeOptions, type Subscription, type Verdict } from '../event-log';
import { Breather } from './breather';
import { reachable } from './reachable';
import { placeOf, SharedPages } from './shared-pages';
import { SqliteSubscription } from './sqlite-subscription';

/** The partition of a key: always the same one. */
const partitionOf = (key: string): number => parseInt(hash('sha256', key, 'hex').slice(0, 2), 16) % EMBEDDED_PARTITIONS;

/**
 * The embedded event log, in the store's own file. Subscriptions of this process are woken after each append; no other
 * process can have the file open. Nothing is ever deleted: how long messages are kept is still to be decided.
 */
export class SqliteEventLog implements EventLog {
  private readonly subscriptions = new Map<string, SqliteSubscription>();
  private readonly breather: Breather;
  private readonly pages: SharedPages;
  /** Offset of the next message of a partition; unknown at first, and after an append whose end isn't known. */
  private readonly next = new Map<string, number>();
  private closed = false;

  constructor(
    private readonly store: { readonly log: LogTable },
    private readonly timers: Timers,
  ) {
    this.breather = new Breather(timers);
    this.pages = new SharedPages(store.log);
  }

  async publish(records: readonly LogRecord[]): Promise<void> {
    this.assertOpen();
    const entries = await reachable(() => records.map((record) => this.placed(record)));
    try {
      await reachable(() => this.store.log.append(entries));
    } catch (error) {
      this.next.clear();
      throw error;
    }
    this.pages.appended(entries);
    const places = new Set(entries.map(({ topic, partition }) => placeOf(topic, partition)));
    for (const subscription of this.subscriptions.values()) subscription.wake(places);
  }

  /** Throws Error for a group that this log has subscribed already: each of the two would get every message. */
  async subscribe(group: string, topics: readonly string[], handle: (delivery: Delivery) => Verdict | Promise<Verdict>, options: SubscribeOptions = {}): Promise<Subscription> {
    this.assertOpen();
    if (this.subscriptions.has(group)) throw new Error(`${group} is subscribed already`);
    const { store, timers, breather, pages } = this;
    const { ignores = () => false } = options;
    const onClose = () => this.subscriptions.delete(group);
    const subscription = await reachable(() => new SqliteSubscription({ log: store.log, timers, breather, pages, group, topics, handle, ignores, onClose }));
    this.subscriptions.set(group, subscription);
    subscription.wakeAll();
    return subscription;
  }

  async read(topic: string, after: { readonly partition: number; readonly offset: number } | undefined, limit: number): Promise<readonly Delivery[]> {
    this.assertOpen();
    const found: Delivery[] = [];
    for (let partition = after?.partition ?? 0; partition < EMBEDDED_PARTITIONS && found.length < limit; partition++) {
      const from = partition === after?.partition ? after.offset + 1 : 0;
      found.push(...(await reachable(() => this.store.log.read(topic, partition, from, limit - found.length))));
    }
    return found;
  }

  async length(topic: string): Promise<number> {
    this.assertOpen();
    const partitions = Array.from({ length: EMBEDDED_PARTITIONS }, (_, partition) => partition);
    return reachable(() => partitions.reduce((sum, partition) => sum + this.store.log.end(topic, partition), 0));
  }

  async close(): Promise<void> {
    this.closed = true;
    await Promise.all([...this.subscriptions.values()].map((subscription) => subscription.close()));
  }

  /** Where a message goes. What is appended keeps the order of asking, and a place that is taken is refused. */
  private placed({ topic, key, value }: LogRecord): Delivery {
    const partition = partitionOf(key);
    const place = placeOf(topic, partition);
    const offset = this.next.get(place) ?? this.store.log.end(topic, partition);
    this.next.set(place, offset + 1);
    return { topic, partition, offset, key, value };
  }

  private assertOpen(): void {
    if (this.closed) throw new LogUnavailableError('the log is closed');
  }
}
