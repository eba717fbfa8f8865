import { addMs, type Aggregate, type Ambient, type Instant } from '@salvatempo/kernel';
import { type DocumentRef, type PendingMessage, type Store } from '@salvatempo/store';
import { Attempt, type Waiting } from './attempt';
import { effectOf } from './effect';
import { mayHaveBeenDropped } from './inbox';
import { ContentionError } from './outcome';
import { collectionOf, snapshotOf, type Snapshot } from './snapshot';

/** Told of what became durable, so that it needn't be searched for. */
export interface CommitListener {
  committed(service: string, ref: DocumentRef, messages: readonly PendingMessage[], deadlineAt: Instant | undefined): void;
}

export interface QueuePorts {
  readonly store: Store;
  readonly ambient: Ambient;
  readonly listener: CommitListener;
}

/** Commands decided in one write at most; more wait for the next. */
const MAX_COMBINED = 64;
/** How long races may be lost before the answer is "try later". */
export const DECISION_DEADLINE_MS = 2_000;

/** The commands that wait for one document in this process, decided together and written once. */
export class DocumentQueue<S> {
  private readonly waiting: Waiting<S>[] = [];
  private cached: Snapshot<S> | undefined;
  private running = false;
  /** For whoever keeps many of these: whether anything was added since it was unset. */
  usedLately = false;

  constructor(
    private readonly aggregate: Aggregate<S>,
    private readonly id: string,
    private readonly ports: QueuePorts,
  ) {}

  get length(): number {
    return this.waiting.length;
  }

  /** What was committed or read here last; undefined where it isn't known for certain. */
  get committed(): Snapshot<S> | undefined {
    return this.cached;
  }

  get idle(): boolean {
    return !this.running && this.waiting.length === 0;
  }

  add(waiting: Waiting<S>): void {
    this.waiting.push(waiting);
    if (!this.running) void this.run();
  }

  private async run(): Promise<void> {
    this.running = true;
    // Whatever became possible at the same moment, e.g. by one sync, is decided together: else one goes first and all others wait for its write.
    await Promise.resolve();
    try {
      while (this.waiting.length > 0) await this.decideTogether(this.waiting.splice(0, MAX_COMBINED));
    } finally {
      this.running = false;
    }
  }

  /** Decides a batch until its write succeeds or its time is over. Every one of the batch is answered or failed. */
  private async decideTogether(taken: readonly Waiting<S>[]): Promise<void> {
    const batch = [...taken];
    const { clock } = this.ports.ambient;
    const since = clock.now();
    try {
      for (let round = 0; ; round++) {
        if (await this.attempt(batch)) return;
        if (clock.now() >= addMs(since, DECISION_DEADLINE_MS)) throw new ContentionError(this.id, DECISION_DEADLINE_MS);
        await this.jitter(round);
      }
    } catch (error) {
      this.cached = undefined;
      for (const waiting of batch) waiting.fail(error);
    }
  }

  private async attempt(batch: Waiting<S>[]): Promise<boolean> {
    const fromCache = this.cached !== undefined;
    const snapshot = this.cached ?? (await this.load());
    const attempt = new Attempt(this.aggregate, this.id, snapshot, this.ports.ambient.clock.now());
    const repeats: Waiting<S>[] = [];
    for (const waiting of [...batch]) {
      if (attempt.includes(waiting.cause) || (await this.isRepeat(waiting, snapshot))) repeats.push(waiting);
      else if (!this.takeOrFail(attempt, waiting, fromCache)) {
        if (fromCache) return false;
        batch.splice(batch.indexOf(waiting), 1);
      }
    }
    if (attempt.hasEffects) {
      const commit = attempt.commit();
      if ((await this.ports.store.documents.commit(commit)) !== 'committed') {
        this.cached = undefined;
        return false;
      }
      this.cached = attempt.after();
      this.ports.listener.committed(this.aggregate.service, { collection: commit.collection, id: this.id }, commit.messages, commit.deadlineAt);
    } else if (fromCache && !this.ports.store.soleWriter) {
      // A "no" or "nothing to do" from memory may be out of date where another process writes the same document.
      const fresh = await this.load();
      if (fresh.version !== snapshot.version) return false;
    }
    attempt.answerAll();
    for (const waiting of repeats) await this.answerRepeat(waiting);
    return true;
  }

  /**
   * A decider that throws fails its own command only; the others of the batch go on. What it threw at from memory may be out of date,
   * e.g. absent where another process has made the document meanwhile: then nothing fails, and all is decided again on what is stored.
   */
  private takeOrFail(attempt: Attempt<S>, waiting: Waiting<S>, fromCache: boolean): boolean {
    try {
      attempt.take(waiting);
      return true;
    } catch (error) {
      if (fromCache) this.cached = undefined;
      else waiting.fail(error);
      return false;
    }
  }

  private async isRepeat(waiting: Waiting<S>, snapshot: Snapshot<S>): Promise<boolean> {
    const { cause } = waiting;
    if (snapshot.inbox.inbox.some((entry) => entry.id === cause.id)) return true;
    if (cause.lookup === 'only') return true;
    if (cause.lookup === undefined && !mayHaveBeenDropped(snapshot.inbox, cause.time)) return false;
    return (await effectOf(this.ports.store, this.ref(), cause.id)).length > 0;
  }

  private async answerRepeat(waiting: Waiting<S>): Promise<void> {
    const events = await effectOf(this.ports.store, this.ref(), waiting.cause.id);
    if (events.length === 0 && waiting.cause.lookup === 'only') return waiting.answer({ kind: 'unknown' });
    // Another process may have had the effect after this one read the document, or the answer would be from before it.
    const known = this.cached;
    const { state, version, head } = known && events.every(({ sequence = 0 }) => sequence <= known.head.sequence) ? known : await this.load();
    waiting.answer({ kind: 'repeated', events, state, version, sequence: head.sequence });
  }

  private async load(): Promise<Snapshot<S>> {
    const stored = await this.ports.store.documents.load(collectionOf(this.aggregate), this.id);
    this.cached = snapshotOf(this.aggregate, stored);
    return this.cached;
  }

  private ref(): DocumentRef {
    return { collection: collectionOf(this.aggregate), id: this.id };
  }

  private jitter(round: number): Promise<void> {
    const { randomness, timers } = this.ports.ambient;
    const delayMs = randomness.fraction() * Math.min(50, 2 ** round);
    return new Promise((resolve) => timers.after(delayMs, resolve));
  }
}
