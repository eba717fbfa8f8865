import { immediately, type Schedule } from '@salvatempo/store';
import {
  LogUnavailableError,
  type Delivery,
  type EventLog,
  type LogRecord,
  type Subscription,
  type Verdict,
} from '../event-log';
import { noLogFaults, type LogFaults } from './log-faults';
import { PartitionReader, type ReaderPorts } from './partition-reader';
import { nameOf, partitionsOf, type SimulatedBroker } from './simulated-broker';

export interface SimulatedLogPorts {
  readonly schedule?: Schedule;
  readonly faults?: LogFaults;
  /** Resolves after so many milliseconds of the world's time. */
  readonly wait: (delayMs: number) => Promise<void>;
}

/** What one incarnation of the product sees of the simulated broker. */
export class SimulatedEventLog implements EventLog {
  private readonly ports: ReaderPorts;
  private readonly leaving = new Set<() => void>();
  private readonly subscriptions = new Set<Subscription>();
  private closed = false;

  constructor(
    private readonly broker: SimulatedBroker,
    { schedule = immediately, faults = noLogFaults, wait }: SimulatedLogPorts,
  ) {
    this.ports = { broker, schedule, faults, wait };
  }

  async publish(records: readonly LogRecord[]): Promise<void> {
    const { schedule, faults } = this.ports;
    const copies = records.map((record) => ({ ...record }));
    const failed = await schedule.perform('log.publish', () => {
      this.assertReachable();
      const arrival = faults.arrival(copies);
      for (const record of arrival.appended) this.broker.append(record);
      return arrival.failed;
    });
    await schedule.perform('log.publish answered', () => {
      if (failed) throw new LogUnavailableError('the simulated log lost a batch or its answer');
    });
  }

  async subscribe(
    group: string,
    topics: readonly string[],
    handle: (delivery: Delivery) => Verdict | Promise<Verdict>,
  ): Promise<Subscription> {
    await this.ports.schedule.perform('log.subscribe', () => this.assertReachable());
    const member = {};
    const readers = partitionsOf(topics).map((at) => new PartitionReader(group, at, handle, this.ports, member));
    const byPartition = new Map(readers.map((reader) => [nameOf(reader.at), reader]));
    const stop = this.broker.listen((at) => {
      for (const reader of at ? [byPartition.get(nameOf(at))] : readers) reader?.wake();
    });
    const leave = (): void => {
      stop();
      this.broker.leave(group, member);
      this.leaving.delete(leave);
    };
    this.leaving.add(leave);
    this.broker.join(group, member);
    const subscription: Subscription = {
      lag: () => this.ports.schedule.perform('log.lag', () => this.lagOf(group, readers)),
      close: async () => {
        this.subscriptions.delete(subscription);
        await Promise.all(readers.map((reader) => reader.close()));
        leave();
      },
    };
    this.subscriptions.add(subscription);
    return subscription;
  }

  read(
    topic: string,
    after: { readonly partition: number; readonly offset: number } | undefined,
    limit: number,
  ): Promise<readonly Delivery[]> {
    return this.ports.schedule.perform('log.read', () => {
      this.assertReachable();
      return this.broker.read(topic, after, limit);
    });
  }

  length(topic: string): Promise<number> {
    return this.ports.schedule.perform('log.length', () => {
      this.assertReachable();
      return partitionsOf([topic]).reduce((sum, partition) => sum + this.broker.length(partition), 0);
    });
  }

  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    await Promise.all([...this.subscriptions].map((subscription) => subscription.close()));
  }

  /** The process dies: the broker notices, and gives its partitions to others. */
  crash(): void {
    for (const leave of [...this.leaving]) leave();
  }

  private lagOf(group: string, readers: readonly PartitionReader[]): number {
    this.assertReachable();
    return readers.reduce((sum, { at }) => sum + this.broker.length(at) - this.broker.progressOf(group, at), 0);
  }

  private assertReachable(): void {
    if (this.closed) throw new LogUnavailableError('the log is closed');
    if (this.broker.down) throw new LogUnavailableError("the simulated log can't be reached");
  }
}
