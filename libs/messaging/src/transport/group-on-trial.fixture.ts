import { firmDebtAdded, type Envelope } from '@salvatempo/contracts';
import { derivedId, type Ambient } from '@salvatempo/kernel';
import { DemandedFaults, SimulatedDisk, SimulatedStore, type Schedule, type Store } from '@salvatempo/store';
import { HandClock, memoryAmbient } from '@salvatempo/testing';
import type { Delivery, LogRecord } from '../log/event-log';
import { SimulatedBroker } from '../log/simulated';
import { memoryLogOf } from '../log/simulated/memory-log.fixture';
import { ConsumerGroup } from './consumer-group';
import type { GroupReport } from './group-report';

export const GROUP = 'benefits.spec';
export const TOPIC = firmDebtAdded.topic;
export const KEY = derivedId('bil', 'one');
export const OTHER = derivedId('bil', 'two');

/** An event of the bill `key`. */
export const envelope = (id: string, key = KEY): Envelope => ({
  specversion: '1.0', id, source: '/salvatempo/benefits', type: firmDebtAdded.type, subject: key, time: '2026-09-01T08:00:00.000Z', datacontenttype: 'application/json',
  partitionkey: key, sequence: 1, correlationid: 'c', causationid: 'c', tenantid: 'territory',
  data: { billId: key, firmId: derivedId('com', 'f'), purchaseId: derivedId('pur', 'p'), amountCents: 1, owesCents: 1 },
});

/** A consumer group on a store and a log in memory, with a handler that fails on demand and timers that fire by hand. */
export class GroupOnTrial {
  readonly faults = new DemandedFaults();
  readonly broker = new SimulatedBroker();
  readonly clock = new HandClock();
  readonly reports: GroupReport[] = [];
  /** Ids of the messages that were handled. */
  readonly handled: string[] = [];
  timers: (() => void)[] = [];
  failing: (envelope: Envelope) => Error | undefined = () => undefined;
  readonly store: Store;
  private offset = 0;

  constructor(schedule?: Schedule) {
    this.store = new SimulatedStore(new SimulatedDisk(), schedule, this.faults);
  }

  /** As a process that starts makes it. */
  group(): ConsumerGroup {
    const ambient: Ambient = { ...memoryAmbient(this.clock), timers: { after: (_ms, action) => (this.timers.push(action), { cancel: () => undefined }) } };
    const handler = async (envelope: Envelope): Promise<void> => {
      const error = this.failing(envelope);
      if (error) throw error;
      this.handled.push(envelope.id);
    };
    return new ConsumerGroup(GROUP, new Map([[firmDebtAdded.type, handler]]), { store: this.store, log: memoryLogOf(this.broker), ambient, report: (report) => this.reports.push(report) });
  }

  delivery(value: string, key = KEY): Delivery {
    return { topic: TOPIC, key, value, partition: 0, offset: this.offset++ };
  }

  message(id: string, key = KEY): Delivery {
    return this.delivery(JSON.stringify(envelope(id, key)), key);
  }

  deadLetters(): { why: string; value: string; key: string }[] {
    return this.broker.read(`${GROUP}.dlq`, undefined, 1_000).map((record: LogRecord) => JSON.parse(record.value) as never);
  }

  async parked(key = KEY): Promise<string[]> {
    return (await this.store.parking.messages(GROUP, TOPIC, key, 100)).map(({ value, reason }) => `${reason} ${(JSON.parse(value) as Envelope).id}`);
  }

  lateTimers(): void {
    this.timers.splice(0).forEach((action) => action());
  }
}
