import { BoundedMap, type Aggregate } from '@salvatempo/kernel';
import type { Cause } from './cause';
import { DocumentQueue, type QueuePorts } from './document-queue';
import { TooManyWaitingError, type Outcome } from './outcome';
import { collectionOf, stateOf, type Snapshot } from './snapshot';

/** Commands of one document that may wait in this process. */
const MAX_WAITING = 2_000;
/** Documents kept in memory, so that a busy one isn't read for every command. */
const MAX_QUEUES = 20_000;

/** How often a process is looked at by somebody who waits for its end. */
const LOOK_EVERY_MS = 10;

/** Documents that were only read, kept in memory. */
const MAX_READS = 10_000;

/** A document as a reader gets it. */
export interface Loaded<S> {
  readonly state: S;
  readonly personal?: Readonly<Record<string, unknown>>;
  readonly version: number;
  readonly sequence: number;
}

function loadedOf<S>({ state, personal, version, head }: Snapshot<S>): Loaded<S> {
  const found = { state, version, sequence: head.sequence };
  return personal === undefined ? found : { ...found, personal };
}

/** Runs commands of one kind of aggregate: load, decide, one guarded write, again on a lost race. */
export class AggregateRunner<S> {
  private readonly queues = new Map<string, DocumentQueue<S>>();
  /** Documents that were read and not decided on since, or that there are none; only where nobody else writes. */
  private readonly reads = new BoundedMap<string, Loaded<S> | undefined>(MAX_READS);

  constructor(
    readonly aggregate: Aggregate<S>,
    private readonly ports: QueuePorts,
  ) {}

  /**
   * Decides a command and resolves when its effect is durable. Throws ContentionError, TooManyWaitingError or
   * StoreUnavailableError (try later), NewerSchemaError, NotStorableError and DocumentTooLargeError.
   */
  execute(id: string, command: { readonly type: string; readonly data: object }, cause: Cause): Promise<Outcome<S>> {
    this.reads.delete(id);
    const queue = this.queueOf(id);
    if (queue.length >= MAX_WAITING) return Promise.reject(new TooManyWaitingError(id));
    return new Promise((answer, fail) => queue.add({ command, cause, answer, fail }));
  }

  /**
   * For a route whose command takes reading to make: what a repeated request had as its effect then, before anything is read
   * anew. Undefined for a first request, and for a repeat without an effect that may decide again.
   */
  async earlier(id: string, cause: Cause): Promise<Outcome<S> | undefined> {
    if (cause.lookup === undefined) return undefined;
    const outcome = await this.execute(id, { type: 'none', data: {} }, { ...cause, lookup: 'only' });
    return outcome.kind === 'unknown' && cause.lookup === 'then-decide' ? undefined : outcome;
  }

  /** The document as it is stored now; undefined where there is none. Throws StoreUnavailableError, NewerSchemaError. */
  async load(id: string): Promise<Loaded<S> | undefined> {
    if (!this.ports.store.soleWriter) return this.read(id);
    const queue = this.queues.get(id);
    if (queue?.committed) return queue.committed.version > 0 ? loadedOf(queue.committed) : undefined;
    if (queue) return this.read(id);
    const known = this.reads.get(id);
    if (known || this.reads.has(id)) return known;
    const found = await this.read(id);
    // A command that came meanwhile may have changed it.
    if (!this.queues.has(id)) this.reads.set(id, found);
    return found;
  }

  private async read(id: string): Promise<Loaded<S> | undefined> {
    const stored = await this.ports.store.documents.read(collectionOf(this.aggregate), id);
    if (!stored) return undefined;
    const { version, head, personal } = stored;
    const found = { state: stateOf(this.aggregate, stored), version, sequence: head.sequence };
    return personal === undefined ? found : { ...found, personal };
  }

  /** The document once its state is final; undefined if it still isn't after `withinMs`. Throws as `load` does. */
  async final<F extends S>(id: string, isFinal: (state: S) => state is F, withinMs: number): Promise<Loaded<F> | undefined> {
    for (let waitedMs = 0; waitedMs <= withinMs; waitedMs += LOOK_EVERY_MS) {
      const found = await this.load(id);
      if (found && isFinal(found.state)) return found as Loaded<F>;
      await new Promise<void>((resolve) => this.ports.ambient.timers.after(LOOK_EVERY_MS, resolve));
    }
    return undefined;
  }

  /** The queue of a document; beyond MAX_QUEUES an idle one is forgotten that wasn't used for long. */
  private queueOf(id: string): DocumentQueue<S> {
    let queue = this.queues.get(id);
    if (!queue) {
      queue = new DocumentQueue(this.aggregate, id, this.ports);
      this.queues.set(id, queue);
      if (this.queues.size > MAX_QUEUES) this.forgetOne();
    }
    queue.usedLately = true;
    return queue;
  }

  /** Who was used since its last turn gets another: to keep all of them in the order of use would cost a busy one more than its decisions. */
  private forgetOne(): void {
    for (let left = this.queues.size - 1; left > 0; left--) {
      const [id, queue] = this.queues.entries().next().value!;
      this.queues.delete(id);
      if (queue.idle && !queue.usedLately) return;
      queue.usedLately = false;
      this.queues.set(id, queue);
    }
  }
}
