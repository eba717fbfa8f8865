import type { Timers } from '@salvatempo/kernel';
import type { LogTable } from '@salvatempo/store';
import { EMBEDDED_PARTITIONS, type Delivery, type Subscription, type Verdict } from '../event-log';
import type { Breather } from './breather';
import { PartitionReader } from './partition-reader';
import { ProgressKeeper } from './progress-keeper';
import { reachable } from './reachable';
import type { SharedPages } from './shared-pages';

export interface SubscriptionOptions {
  readonly log: LogTable;
  readonly pages: SharedPages;
  readonly timers: Timers;
  readonly breather: Breather;
  readonly group: string;
  readonly topics: readonly string[];
  readonly handle: (delivery: Delivery) => Verdict | Promise<Verdict>;
  readonly ignores: (value: string) => boolean;
  readonly onClose: () => void;
}

/** A group's reading of some topics: each partition on its own, one message at a time. */
export class SqliteSubscription implements Subscription {
  private readonly partitions: readonly PartitionReader[];
  private readonly keeper: ProgressKeeper;
  private closing: Promise<void> | undefined;
  private wakes = 0;

  constructor(private readonly options: SubscriptionOptions) {
    const { log, timers, group, topics } = options;
    this.keeper = new ProgressKeeper(log, group, timers);
    this.partitions = topics.flatMap((topic) =>
      Array.from({ length: EMBEDDED_PARTITIONS }, (_, partition) => {
        const next = this.keeper.storedNext(topic, partition);
        return new PartitionReader({ ...options, topic, partition, next, keeper: this.keeper });
      }),
    );
  }

  /** Something was appended to these partitions, each as `placeOf` names it. */
  wake(places: ReadonlySet<string>): void {
    this.wakeThose(({ place }) => places.has(place));
  }

  wakeAll(): void {
    this.wakeThose(() => true);
  }

  /** Each time another partition begins: no broker has an order among them. */
  private wakeThose(isMeant: (partition: PartitionReader) => boolean): void {
    const { partitions } = this;
    const first = (this.wakes++ * 5) % partitions.length;
    for (let n = 0; n < partitions.length; n++) {
      const partition = partitions[(first + n) % partitions.length]!;
      if (isMeant(partition)) partition.wake();
    }
  }

  async lag(): Promise<number> {
    const behind = (topic: string, partition: number) => this.options.log.end(topic, partition) - this.keeper.storedNext(topic, partition);
    return reachable(() => {
      let sum = 0;
      for (const topic of this.options.topics) for (let partition = 0; partition < EMBEDDED_PARTITIONS; partition++) sum += behind(topic, partition);
      return sum;
    });
  }

  close(): Promise<void> {
    this.closing ??= this.finish();
    return this.closing;
  }

  private async finish(): Promise<void> {
    await Promise.all(this.partitions.map((partition) => partition.stop()));
    await this.keeper.close();
    this.options.onClose();
  }
}
