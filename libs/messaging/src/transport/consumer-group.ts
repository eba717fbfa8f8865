import { addMs, type Ambient, type Clock } from '@salvatempo/kernel';
import type { Envelope } from '@salvatempo/contracts';
import type { ParkedMessage, Store } from '@salvatempo/store';
import type { About } from './consumer.decorator';
import { deadLetterTopicOf } from '../log/dead-letters';
import { DONE, type Delivery, type EventLog, type Verdict } from '../log/event-log';
import { deliveryOf, idOf } from './delivery-id';
import { letterOf, letterText, type DeadLetter, type Replayed } from './dead-letter';
import { isInfrastructure, NotYetKnownError, UnhandleableMessageError } from './failures';
import type { GroupReport } from './group-report';
import { KeyLocks } from './key-locks';
import type { MessageTracing } from './message-tracing';
import { Readings, type Reading } from './reading';

export type MessageHandler = (envelope: Envelope) => Promise<void>;

/** A valid message whose handler failed so often is given up. */
export const MAX_FAILURES = 5;
/** A message about something not yet known is tried again for so long. */
export const DEFERRED_FOR_MS = 10 * 60_000;
const DEFERRED_AGAIN_MS = 250;
const BACKOFF_MS = 500;
const SLOW_MS = 100;
/** Messages of one key that were set aside and are looked through for the one to take next. */
const MAX_LOOKED_THROUGH = 100;

export interface GroupPorts {
  readonly store: Store;
  readonly log: EventLog;
  readonly ambient: Ambient;
  readonly report?: (event: GroupReport) => void;
  /** Told of each message that a group has handled. */
  readonly handled?: (group: string) => void;
  readonly tracing?: MessageTracing | undefined;
}

/**
 * One consumer: one group, one progress, one failure policy. What can never be handled goes to the dead letters at once; what fails
 * MAX_FAILURES times goes there and parks its key; what isn't known yet is set aside with what follows it; trouble of store or log only waits.
 */
export class ConsumerGroup {
  readonly deadLetterTopic: string;
  private readonly handled: ReadonlySet<string>;
  private readonly locks = new KeyLocks();
  /** Keys with messages set aside; one look at the store for all who ask at the same time, or a late answer would undo what was added since. */
  private parked: Promise<Map<string, ParkedMessage['reason']>> | undefined;
  private retryPlanned = false;
  private closed = false;

  constructor(
    readonly group: string,
    private readonly handlers: ReadonlyMap<string, MessageHandler>,
    private readonly ports: GroupPorts,
    private readonly readings = new Readings(),
    /** By type: prefixes of the aggregates that its messages must be about. */
    private readonly about?: About,
  ) {
    this.deadLetterTopic = deadLetterTopicOf(group);
    this.handled = new Set(handlers.keys());
  }

  /** Takes one delivery; throws nothing. What it has no use for is done with at once. */
  handle(delivery: Delivery): Verdict | Promise<Verdict> {
    const reading = this.readings.of(delivery.value, this.handled, this.about);
    return reading.kind === 'foreign' ? DONE : this.handleOwn(delivery, reading);
  }

  /** Whether it has no use for a message of this text. */
  ignores(value: string): boolean {
    return this.readings.of(value, this.handled, this.about).kind === 'foreign';
  }

  private async handleOwn(delivery: Delivery, reading: Exclude<Reading, { kind: 'foreign' }>): Promise<Verdict> {
    try {
      await this.locks.run(`${delivery.topic}/${delivery.key}`, () =>
        reading.kind === 'poison' ? this.bury(delivery, reading.why) : this.take(delivery, reading.envelope),
      );
      return DONE;
    } catch (error) {
      this.ports.report?.({ kind: 'trouble', group: this.group, error });
      return { kind: 'retry', afterMs: BACKOFF_MS };
    }
  }

  /** Tries the set-aside messages again from now on; call once, before the subscription. */
  async start(): Promise<void> {
    if ((await this.deferredKeys()).length > 0) this.planRetry();
  }

  /** Other processes may have set messages aside, or tried them again, since it was last looked. */
  async reassigned(): Promise<void> {
    this.parked = undefined;
    try {
      await this.start();
    } catch (error) {
      this.ports.report?.({ kind: 'trouble', group: this.group, error });
      this.planRetry();
    }
  }

  close(): void {
    this.closed = true;
  }

  /** Tries a parked key's messages again, in order: for the dead-letter tools. Returns how many were handled. */
  replay(topic: string, key: string): Promise<number> {
    return this.locks.run(`${topic}/${key}`, () => this.drain(topic, key, true));
  }

  /** The letters of this group from the first one on; `limit` 1 to 1,000. Throws LogUnavailableError. */
  async deadLetters(limit: number): Promise<readonly DeadLetter[]> {
    return (await this.ports.log.read(this.deadLetterTopic, undefined, limit)).map(letterOf);
  }

  /** Keys that have messages set aside, as `topic/key`, and why. Throws StoreUnavailableError. */
  async setAside(): Promise<ReadonlyMap<string, ParkedMessage['reason']>> {
    return this.ports.store.parking.parkedKeys(this.group);
  }

  /** Handles a letter's message again, with another text if one is given. Throws StoreUnavailableError, LogUnavailableError. */
  async replayLetter(partition: number, offset: number, value?: string): Promise<Replayed> {
    const [found] = await this.ports.log.read(this.deadLetterTopic, { partition, offset: offset - 1 }, 1);
    if (found?.partition !== partition || found.offset !== offset) return 'no-such-letter';
    const { message } = letterOf(found);
    const reading = this.readings.of(value ?? message.value, this.handled, this.about);
    if (reading.kind !== 'message') return 'refused';
    return this.locks.run(`${message.topic}/${message.key}`, async () => {
      try {
        await this.run(reading.envelope);
        return 'handled';
      } catch (error) {
        if (isInfrastructure(error)) throw error;
        return 'refused';
      }
    });
  }

  private async take(delivery: Delivery, envelope: Envelope): Promise<void> {
    const parked = await this.parkedKeys();
    const reason = parked.get(`${delivery.topic}/${delivery.key}`);
    if (reason !== undefined) return this.park(delivery, reason);
    await this.attempt(delivery, envelope);
  }

  private async attempt(delivery: Delivery, envelope: Envelope): Promise<void> {
    try {
      await this.run(envelope);
    } catch (error) {
      if (isInfrastructure(error)) throw error;
      if (error instanceof UnhandleableMessageError) return this.bury(delivery, error.message);
      if (error instanceof NotYetKnownError) return this.defer(delivery);
      const failures = await this.ports.store.parking.countFailure(this.group, idOf(delivery));
      if (failures < MAX_FAILURES) return this.attempt(delivery, envelope);
      await this.giveUp(delivery, error);
    }
  }

  private async run(envelope: Envelope): Promise<void> {
    const { tracing, ambient } = this.ports;
    const { clock } = ambient;
    const startedMs = clock.monotonicMs();
    const handler = this.handlers.get(envelope.type)!;
    await (tracing ? tracing.message(this.group, envelope, handler) : handler(envelope));
    this.ports.handled?.(this.group);
    this.reportSlow(clock, startedMs, envelope.type);
  }

  private reportSlow(clock: Clock, startedMs: number, type: string): void {
    const ms = clock.monotonicMs() - startedMs;
    if (ms > SLOW_MS) this.ports.report?.({ kind: 'slow', group: this.group, type, ms });
  }

  private async bury(delivery: Delivery, why: string): Promise<void> {
    await this.ports.log.publish([{ topic: this.deadLetterTopic, key: delivery.key, value: letterText(delivery, why) }]);
    this.ports.report?.({ kind: 'dead-letter', group: this.group, delivery: idOf(delivery), why });
  }

  private async defer(delivery: Delivery): Promise<void> {
    await this.park(delivery, 'deferred');
    this.planRetry();
  }

  private async park(delivery: Delivery, reason: ParkedMessage['reason']): Promise<void> {
    const { topic, key, value } = delivery;
    const until = addMs(this.ports.ambient.clock.now(), DEFERRED_FOR_MS);
    await this.ports.store.parking.park({ group: this.group, topic, key, delivery: idOf(delivery), value, reason, ...(reason === 'deferred' ? { until } : {}) });
    (await this.parkedKeys()).set(`${topic}/${key}`, reason);
    this.ports.report?.({ kind: reason, group: this.group, delivery: idOf(delivery) });
  }

  private planRetry(): void {
    if (this.retryPlanned || this.closed) return;
    this.retryPlanned = true;
    this.ports.ambient.timers.after(DEFERRED_AGAIN_MS, () => {
      this.retryPlanned = false;
      if (!this.closed) void this.retryDeferred();
    });
  }

  private async retryDeferred(): Promise<void> {
    let isMore = true;
    try {
      for (const place of await this.deferredKeys()) {
        const slash = place.indexOf('/');
        await this.locks.run(place, () => this.drain(place.slice(0, slash), place.slice(slash + 1), false));
      }
      isMore = (await this.deferredKeys()).length > 0;
    } catch (error) {
      this.ports.report?.({ kind: 'trouble', group: this.group, error });
    }
    if (isMore) this.planRetry();
  }

  private async deferredKeys(): Promise<readonly string[]> {
    return [...(await this.parkedKeys())].filter(([, reason]) => reason === 'deferred').map(([place]) => place);
  }

  /** Handles a key's set-aside messages in order until one still can't be. Runs under the key's lock. */
  private async drain(topic: string, key: string, replaying: boolean): Promise<number> {
    let handled = 0;
    for (;;) {
      const first = this.nextOf(await this.ports.store.parking.messages(this.group, topic, key, MAX_LOOKED_THROUGH));
      if (!first) {
        (await this.parkedKeys()).delete(`${topic}/${key}`);
        return handled;
      }
      if (!replaying && first.reason === 'parked') return handled;
      if (!(await this.settle(first))) return handled;
      await this.ports.store.parking.unpark(this.group, topic, key, first.delivery);
      handled += 1;
    }
  }

  /** The one that came first, unless one that it follows came after it: then that one, or both would wait until their time is over. */
  private nextOf([first, ...others]: readonly ParkedMessage[]): ParkedMessage | undefined {
    const placeOf = ({ value }: ParkedMessage): { subject?: string; sequence?: number } => {
      const reading = this.readings.of(value, this.handled, this.about);
      return reading.kind === 'message' ? reading.envelope : {};
    };
    if (!first) return undefined;
    const { subject, sequence: before = 0 } = placeOf(first);
    let [next, least] = [first, before];
    for (const other of others) {
      const { subject: about, sequence = Infinity } = placeOf(other);
      if (about === subject && sequence < least) [next, least] = [other, sequence];
    }
    return next;
  }

  /** Whether a set-aside message is finished with: handled, or given up after its time. */
  private async settle(message: ParkedMessage): Promise<boolean> {
    const reading = this.readings.of(message.value, this.handled, this.about);
    if (reading.kind !== 'message') return true;
    try {
      await this.run(reading.envelope);
      return true;
    } catch (error) {
      if (isInfrastructure(error)) throw error;
      if (message.reason === 'parked') throw error;
      return this.stillDeferred(message, error);
    }
  }

  /** What becomes of a deferred message that can't be handled now either: whether it is finished with. */
  private async stillDeferred(message: ParkedMessage, error: unknown): Promise<boolean> {
    const delivery = deliveryOf(message);
    const why = error instanceof Error ? error.message : 'failed';
    if (error instanceof NotYetKnownError) {
      const over = message.until !== undefined && message.until <= this.ports.ambient.clock.now();
      if (over) await this.bury(delivery, why);
      return over;
    }
    if (error instanceof UnhandleableMessageError) {
      await this.bury(delivery, why);
      return true;
    }
    const failures = await this.ports.store.parking.countFailure(this.group, message.delivery);
    if (failures >= MAX_FAILURES) await this.giveUp(delivery, error);
    return false;
  }

  /** A valid message that failed too often: to the dead letters, and its key waits for somebody to look at it. */
  private async giveUp(delivery: Delivery, error: unknown): Promise<void> {
    await this.bury(delivery, error instanceof Error ? `${error.name}: ${error.message}` : 'failed');
    await this.park(delivery, 'parked');
  }

  private parkedKeys(): Promise<Map<string, ParkedMessage['reason']>> {
    this.parked ??= this.lookForParked();
    return this.parked;
  }

  private lookForParked(): Promise<Map<string, ParkedMessage['reason']>> {
    const looking = this.ports.store.parking.parkedKeys(this.group).then((keys) => new Map(keys));
    looking.catch(() => {
      if (this.parked === looking) this.parked = undefined;
    });
    return looking;
  }
}
