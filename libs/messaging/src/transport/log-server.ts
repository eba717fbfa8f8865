import { Server, type CustomTransportStrategy, type MessageHandler as NestHandler } from '@nestjs/microservices';
import { messages, type Envelope } from '@salvatempo/contracts';
import { lastValueFrom } from 'rxjs';
import type { Subscription } from '../log/event-log';
import type { ConsumerExtras } from './consumer.decorator';
import { EVENTS } from './consumer.decorator';
import { ConsumerGroup, type GroupPorts, type MessageHandler } from './consumer-group';
import { Readings } from './reading';

/**
 * Runs Nest's `@EventPattern` handlers on our event log: one consumer class, one group, one progress
 * (ADR 0003). Throws at boot for a handler without a group, or two of one group for one type.
 */
export class LogServer extends Server implements CustomTransportStrategy {
  override readonly transportId = EVENTS;
  private readonly handlersOf = new Map<string, Map<string, MessageHandler>>();
  /** Of each group, by type, what its messages must be about. */
  private readonly aboutOf = new Map<string, Map<string, ReadonlySet<string>>>();
  private readonly readings = new Readings();
  private readonly groups: ConsumerGroup[] = [];
  private readonly subscriptions = new Map<string, Subscription>();
  private closing: Promise<void> | undefined;

  constructor(private readonly ports: GroupPorts) {
    super();
  }

  override addHandler(pattern: unknown, callback: NestHandler, isEventHandler = false, extras: Record<string, unknown> = {}): void {
    const { consumer, about } = extras as Partial<ConsumerExtras>;
    if (!isEventHandler || !consumer || typeof pattern !== 'string') throw new Error(`a handler of ${String(pattern)} names no consumer`);
    const handlers = this.handlersOf.get(consumer) ?? new Map<string, MessageHandler>();
    if (handlers.has(pattern)) throw new Error(`${consumer} handles ${pattern} twice`);
    handlers.set(pattern, async (envelope: Envelope) => {
      const result: unknown = await callback(envelope, undefined);
      await lastValueFrom(this.transformToObservable(result), { defaultValue: undefined });
    });
    this.handlersOf.set(consumer, handlers);
    const prefixes = about?.get(pattern);
    if (prefixes) this.aboutOf.set(consumer, (this.aboutOf.get(consumer) ?? new Map<string, ReadonlySet<string>>()).set(pattern, prefixes));
  }

  /** The consumer groups, for health, lag and the dead-letter tools. */
  get consumers(): readonly ConsumerGroup[] {
    return this.groups;
  }

  async listen(callback: (error?: unknown) => void): Promise<void> {
    try {
      await Promise.all([...this.handlersOf].map(([name, handlers]) => this.subscribe(name, handlers)));
      callback();
    } catch (error) {
      callback(error);
    }
  }

  /** Messages that wait for a consumer of this process. Throws LogUnavailableError. */
  async lag(): Promise<number> {
    return [...(await this.lags()).values()].reduce((sum, lag) => sum + lag, 0);
  }

  /** The same for each group. */
  async lags(): Promise<ReadonlyMap<string, number>> {
    return new Map(await Promise.all([...this.subscriptions].map(async ([group, subscription]) => [group, await subscription.lag()] as const)));
  }

  close(): Promise<void> {
    this.closing ??= this.closeAll();
    return this.closing;
  }

  override on(): never {
    throw new Error('the log has no events of its own');
  }

  override unwrap<T>(): T {
    return this.ports.log as T;
  }

  private async subscribe(name: string, handlers: ReadonlyMap<string, MessageHandler>): Promise<void> {
    const group = new ConsumerGroup(name, handlers, this.ports, this.readings, this.aboutOf.get(name));
    const topics = [...new Set([...handlers.keys()].map((type) => messages.get(type)!.topic))];
    this.groups.push(group);
    await group.start();
    const onAssigned = (): void => void group.reassigned();
    const onStandstill = (): void => this.ports.report?.({ kind: 'standstill', group: name });
    const ignores = (value: string): boolean => group.ignores(value);
    this.subscriptions.set(name, await this.ports.log.subscribe(name, topics, (delivery) => group.handle(delivery), { onAssigned, onStandstill, ignores }));
  }

  private async closeAll(): Promise<void> {
    for (const group of this.groups) group.close();
    await Promise.all([...this.subscriptions.values()].map((subscription) => subscription.close()));
  }
}
