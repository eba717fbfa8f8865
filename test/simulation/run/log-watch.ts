import type { Envelope } from '@salvatempo/contracts';
import type { BrokerObserver, Delivery } from '@salvatempo/messaging';
import type { Auditor, Committed } from '@salvatempo/testing';
import type { Poison } from '../world/poison';
import type { Trace } from './trace';

interface Letter {
  readonly value: string;
  readonly why: string;
}

/** What may be on the log: only messages that a durable commit decided, and dead letters only of what never could be handled. */
export class LogWatch implements BrokerObserver {
  private readonly decided = new Map<string, string>();

  constructor(
    private readonly auditor: Auditor,
    private readonly trace: Trace,
    private readonly poison: Poison,
  ) {}

  committed({ decided }: Committed): void {
    for (const { message } of decided) this.decided.set(message.id, message.body);
  }

  appended({ topic, value }: Delivery): void {
    if (topic.endsWith('.dlq')) return this.buried(topic, JSON.parse(value) as Letter);
    if (this.poison.isPoison(value)) return;
    const { id, type } = JSON.parse(value) as Envelope;
    if (this.decided.get(id) !== value)
      this.auditor.note('published-is-committed', `${type} ${id} is on ${topic}, and no durable commit decided it`);
  }

  delivered(group: string, { topic, partition, offset, value }: Delivery): void {
    this.trace.add('delivery', `${group} ${topic} ${partition}:${offset} ${value}`);
  }

  private buried(topic: string, { value, why }: Letter): void {
    if (!this.poison.follows(value)) this.auditor.note('no-dead-letters', `${topic}: ${why}: ${value.slice(0, 300)}`);
  }
}
