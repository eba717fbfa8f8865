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
  /** Ids of decided messages that aren't on the log yet. */
  private readonly owed = new Set<string>();
  private readonly letters = new Set<string>();

  constructor(
    private readonly auditor: Auditor,
    private readonly trace: Trace,
    private readonly poison: Poison,
  ) {}

  committed({ decided }: Committed): void {
    for (const { message } of decided) {
      this.decided.set(message.id, message.body);
      this.owed.add(message.id);
    }
  }

  /** At rest everything decided is on the log, and everything that can never be read is among the dead letters. */
  atRest(): void {
    for (const id of this.owed) this.auditor.note('committed-is-published', `${id} was decided and is on no topic`);
    for (const text of this.poison.unreadables())
      if (!this.letters.has(text)) this.auditor.note('poison-is-buried', `no dead letter holds ${text.slice(0, 200)}`);
  }

  appended({ topic, value }: Delivery): void {
    if (topic.endsWith('.dlq')) return this.buried(topic, JSON.parse(value) as Letter);
    if (this.poison.isPoison(value)) return;
    const { id, type } = JSON.parse(value) as Envelope;
    this.owed.delete(id);
    if (this.decided.get(id) !== value)
      this.auditor.note('published-is-committed', `${type} ${id} is on ${topic}, and no durable commit decided it`);
  }

  delivered(group: string, { topic, partition, offset, value }: Delivery): void {
    this.trace.add('delivery', `${group} ${topic} ${partition}:${offset} ${value}`);
  }

  private buried(topic: string, { value, why }: Letter): void {
    this.letters.add(value);
    if (!this.poison.follows(value)) this.auditor.note('no-dead-letters', `${topic}: ${why}: ${value.slice(0, 300)}`);
  }
}
