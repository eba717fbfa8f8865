import type { Schedule } from '@salvatempo/store';
import type { Delivery, Verdict } from '../event-log';
import type { LogFaults } from './log-faults';
import type { Partition, SimulatedBroker } from './simulated-broker';

export interface ReaderPorts {
  readonly broker: SimulatedBroker;
  readonly schedule: Schedule;
  readonly faults: LogFaults;
  /** Resolves after so many milliseconds of the world's time. */
  readonly wait: (delayMs: number) => Promise<void>;
}

/** A handler that throws is tried again after this long. */
const RETRY_AFTER_THROW_MS = 1_000;

/** One group's reading of one partition: one message at a time, progress stored after the effect. */
export class PartitionReader {
  private next = 0;
  private stored = 0;
  private generation = 0;
  private loop: Promise<void> | undefined;
  private storing: Promise<void> | undefined;
  private closing = false;
  private interrupt = (): void => undefined;
  private readonly closed = new Promise<void>((resolve) => (this.interrupt = resolve));

  constructor(
    private readonly group: string,
    readonly at: Partition,
    private readonly handle: (delivery: Delivery) => Verdict | Promise<Verdict>,
    private readonly ports: ReaderPorts,
    /** The process that reads; a partition is read by one of a group's. */
    private readonly member: object,
  ) {}

  wake(): void {
    const { broker } = this.ports;
    if (this.closing || broker.down || !this.owns()) return;
    if (this.stored < this.next) this.storeSoon();
    if (this.loop || !broker.at(this.at, this.next)) return;
    this.loop = this.run().finally(() => {
      this.loop = undefined;
      this.wake();
    });
  }

  /** Takes no new message, lets the one in flight end, stores the progress. */
  async close(): Promise<void> {
    this.closing = true;
    this.interrupt();
    await this.loop;
    await this.storing;
    if (this.stored < this.next) await this.store();
  }

  private async run(): Promise<void> {
    while (!this.closing) {
      const delivery = await this.fetch();
      if (!delivery || this.closing) return;
      await this.deliver(delivery);
    }
  }

  private fetch(): Promise<Delivery | undefined> {
    const { broker, schedule, faults } = this.ports;
    return schedule.perform('log.deliver', () => {
      if (broker.down || !this.owns()) return undefined;
      if (this.stored < this.next && faults.redelivers(this.group)) this.next = broker.progressOf(this.group, this.at);
      const delivery = broker.at(this.at, this.next);
      if (delivery) broker.observer.delivered?.(this.group, delivery);
      return delivery;
    });
  }

  /** Whether this process reads the partition now. After a new sharing out it goes on where the stored progress stands. */
  private owns(): boolean {
    const { member, generation } = this.ports.broker.readerOf(this.group, this.at);
    if (generation !== this.generation) {
      this.generation = generation;
      this.next = this.stored = this.ports.broker.progressOf(this.group, this.at);
    }
    return member === this.member;
  }

  private async deliver(delivery: Delivery): Promise<void> {
    const verdict = await this.verdictOn(delivery);
    if (verdict.kind === 'retry') return this.pause(verdict.afterMs);
    // Shared out anew meanwhile: whoever reads it now decides where to go on.
    if (!this.owns() || delivery.offset !== this.next) return;
    this.next = delivery.offset + 1;
    this.storeSoon();
  }

  private storeSoon(): void {
    this.storing ??= this.store().finally(() => (this.storing = undefined));
  }

  private async verdictOn(delivery: Delivery): Promise<Verdict> {
    try {
      return await this.handle({ ...delivery });
    } catch {
      return { kind: 'retry', afterMs: RETRY_AFTER_THROW_MS };
    }
  }

  /** One write in flight; it carries the newest progress, and another follows if more was done meanwhile. */
  private async store(): Promise<void> {
    const { broker, schedule } = this.ports;
    while (this.stored < this.next) {
      const next = this.next;
      const done = await schedule.perform('log.progress', () => {
        if (!broker.down && this.owns()) broker.storeProgress(this.group, this.at, next);
        return !broker.down;
      });
      if (!done) return;
      this.stored = next;
    }
  }

  /** Waits, but not for longer than the reader is open. */
  private async pause(delayMs: number): Promise<void> {
    await Promise.race([this.ports.wait(delayMs), this.closed]);
  }
}
