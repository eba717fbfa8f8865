import type { Aggregate, Ambient } from '@salvatempo/kernel';
import type { Store } from '@salvatempo/store';
import { AggregateRunner, collectionOf, type QueuePorts } from './aggregates';
import { DeadlineWatcher } from './deadlines/deadline-watcher';
import type { EventLog } from './log/event-log';
import { OutboxRelay } from './relay/outbox-relay';

export interface EnginePorts {
  readonly store: Store;
  readonly log: EventLog;
  readonly ambient: Ambient;
  /** Told of trouble that the engine gets over by itself. */
  readonly onTrouble?: (where: 'journal' | 'publish' | 'deadlines', error: unknown) => void;
}

/** Decides commands, brings their messages to the log, and wakes what has a deadline: one per process. */
export class Engine {
  private readonly runners = new Map<string, AggregateRunner<unknown>>();
  private readonly relay: OutboxRelay;
  private readonly deadlines: DeadlineWatcher;
  private readonly queuePorts: QueuePorts;

  constructor(private readonly ports: EnginePorts) {
    const { store, log, ambient, onTrouble } = ports;
    this.relay = new OutboxRelay({ store, log, ambient, onTrouble: (step, error) => onTrouble?.(step, error) });
    this.deadlines = new DeadlineWatcher({
      store,
      ambient,
      runnerOf: (collection) => this.runners.get(collection),
      onTrouble: (error) => onTrouble?.('deadlines', error),
    });
    this.queuePorts = {
      store,
      ambient,
      listener: {
        committed: (_service, ref, messages, deadlineAt) => {
          this.relay.offer(ref, messages);
          if (deadlineAt !== undefined) this.deadlines.noticed(deadlineAt);
        },
      },
    };
  }

  get store(): Store {
    return this.ports.store;
  }

  get ambient(): Ambient {
    return this.ports.ambient;
  }

  /** The runner of a kind of aggregate, always the same one. Throws if another definition has its collection. */
  runner<S>(aggregate: Aggregate<S>): AggregateRunner<S> {
    const collection = collectionOf(aggregate);
    const known = this.runners.get(collection) as AggregateRunner<S> | undefined;
    if (known && known.aggregate !== aggregate) throw new Error(`${collection} is defined twice`);
    const runner = known ?? new AggregateRunner(aggregate, this.queuePorts);
    this.runners.set(collection, runner as AggregateRunner<unknown>);
    return runner;
  }

  /** Every kind of aggregate of this process. */
  get aggregates(): readonly Aggregate<unknown>[] {
    return [...this.runners.values()].map((runner) => runner.aggregate);
  }

  /** Takes over what an earlier process left: outboxes, journal, deadlines. Call once all runners are there. */
  start(): void {
    this.relay.start();
    this.deadlines.start();
  }

  /** Resolves when everything decided so far is published. */
  flush(): Promise<void> {
    return this.relay.flush();
  }

  async stop(): Promise<void> {
    await this.deadlines.stop();
    await this.relay.stop();
  }
}
