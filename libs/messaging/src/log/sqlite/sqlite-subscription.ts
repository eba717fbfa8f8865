import type { Timers } from '@salvatempo/kernel';
import type { LogTable } from '@salvatempo/store';
import { EMBEDDED_PARTITIONS, type Delivery, type Subscription, type Verdict } from '../event-log';
import { PartitionReader } from './partition-reader';
import { ProgressKeeper } from './progress-keeper';

export interface SubscriptionOptions {
  readonly log: LogTable;
  readonly timers: Timers;
  readonly group: string;
  readonly topics: readonly string[];
  readonly handle: (delivery: Delivery) => Promise<Verdict>;
  readonly onClose: () => void;
}

/** A group's reading of some topics: each partition on its own, one message at a time. */
export class SqliteSubscription implements Subscription {
  private readonly partitions: readonly PartitionReader[];
  private readonly keeper: ProgressKeeper;
  private closing: Promise<void> | undefined;

  constructor(private readonly options: SubscriptionOptions) {
    const { log, timers, group, topics, handle } = options;
    this.keeper = new ProgressKeeper(log, group, timers);
    const start = new Map(log.progress(group).map(({ topic, part, next }) => [`${topic}/${part}`, next]));
    this.partitions = topics.flatMap((topic) =>
      Array.from({ length: EMBEDDED_PARTITIONS }, (_, part) => new PartitionReader({ log, timers, topic, part, next: start.get(`${topic}/${part}`) ?? 0, handle, keeper: this.keeper })),
    );
  }

  /** Something was appended to these topics. */
  wake(topics: ReadonlySet<string>): void {
    for (const partition of this.partitions) if (topics.has(partition.topic)) partition.wake();
  }

  async lag(): Promise<number> {
    return this.partitions.reduce((sum, partition) => sum + partition.lag(), 0);
  }

  close(): Promise<void> {
    this.closing ??= this.finish();
    return this.closing;
  }

  private async finish(): Promise<void> {
    this.options.onClose();
    await Promise.all(this.partitions.map((partition) => partition.stop()));
    await this.keeper.flush();
  }
}
