import { BoundedMap } from '@salvatempo/kernel';
import type { DocumentRef } from '@salvatempo/store';
import { documentKey, entriesOf, grouped, serviceOf, versionOf, type Offered } from './offered';
import type { RelayPorts } from './relay-ports';
import { WorkerLoop } from './worker-loop';

/** Messages held in memory at most; beyond it they are found by looking through the outboxes. */
const MAX_OFFERED = 20_000;
/** Documents of which it is remembered how far their messages were moved. */
const MAX_REMEMBERED = 50_000;
const BATCH = 256;

/** First half of the relay: outbox to journal. Insert by id, then take out of the outbox; a crash between repeats the insert. */
export class JournalMover {
  private offered: Offered[] = [];
  private sweeping = false;
  /** Something was offered during a sweep; its outbox may have been looked at before. */
  private missed = false;
  private looking = false;
  /** Outboxes that weren't empty at the last look. */
  private seen: ReadonlySet<string> = new Set();
  /** Up to which version a document's messages are in the journal. */
  private readonly movedTo = new BoundedMap<string, number>(MAX_REMEMBERED);
  private readonly loop: WorkerLoop;

  constructor(
    private readonly ports: RelayPorts,
    private readonly moved: () => void,
  ) {
    this.loop = new WorkerLoop(
      ports.ambient.timers,
      () => this.step(),
      (error) => {
        // What was offered may be written or not: the outboxes know.
        this.sweeping = true;
        this.offered = [];
        ports.onTrouble?.('journal', error);
      },
    );
  }

  offer(offered: Offered): void {
    if (this.offered.length >= MAX_OFFERED) {
      this.offered = [];
      this.sweeping = true;
    } else if (this.sweeping) this.missed = true;
    else this.offered.push(offered);
    this.loop.wake();
  }

  /** Looks through all outboxes before anything else. */
  sweep(): void {
    this.sweeping = true;
    this.loop.wake();
  }

  /**
   * Moves what was in an outbox at the last look already: written by a process that died since, or by this one when the
   * store's answer was lost. Nobody else offers it.
   */
  lookAgain(): void {
    this.looking = true;
    this.loop.wake();
  }

  idle(): Promise<void> {
    return this.loop.idle();
  }

  stop(): Promise<void> {
    return this.loop.stop();
  }

  private async step(): Promise<boolean> {
    if (this.sweeping) return this.sweepSome();
    if (this.looking) return this.look();
    const batch = this.offered.splice(0, BATCH);
    if (batch.length === 0) return false;
    await this.move(await this.inOrder(batch));
    return true;
  }

  private async sweepSome(): Promise<boolean> {
    // What is offered meanwhile isn't queued but found by the next look, so that a document's messages keep their order.
    this.missed = false;
    const refs = await this.ports.store.documents.pendingOutboxes(BATCH);
    if (refs.length === 0) {
      this.sweeping = this.missed;
      return true;
    }
    await this.move(await Promise.all(refs.map((ref) => this.outboxOf(ref))));
    return true;
  }

  private async look(): Promise<boolean> {
    this.looking = false;
    const refs = await this.ports.store.documents.pendingOutboxes(BATCH);
    const left = refs.filter((ref) => this.seen.has(documentKey(ref)));
    this.seen = new Set(refs.map(documentKey));
    if (left.length > 0) await this.move(await Promise.all(left.map((ref) => this.outboxOf(ref))));
    return true;
  }

  /**
   * A document's messages reach the journal in the order of its versions. Where the one before isn't known to be there, it
   * may still be in the outbox (of another process, or of a commit whose answer was lost): then the whole outbox moves.
   */
  private async inOrder(batch: readonly Offered[]): Promise<readonly Offered[]> {
    const reached = new Map<string, number>();
    const ordered: Offered[] = [];
    for (const offered of batch) {
      const key = documentKey(offered.source);
      const follows = offered.version === 1 || (reached.get(key) ?? this.movedTo.get(key)) === offered.version - 1;
      const whole = follows ? offered : await this.outboxOf(offered.source);
      reached.set(key, Math.max(whole.version, offered.version));
      ordered.push(whole, ...(follows ? [] : [offered]));
    }
    return ordered;
  }

  private async outboxOf(source: DocumentRef): Promise<Offered> {
    const stored = await this.ports.store.documents.load(source.collection, source.id);
    const messages = stored?.outbox ?? [];
    const version = messages.length > 0 ? versionOf(messages.at(-1)!) : 0;
    return { source, version, messages };
  }

  private async move(batch: readonly Offered[]): Promise<void> {
    const at = this.ports.ambient.clock.now();
    const byService = grouped(batch.flatMap(entriesOf), ({ source }) => serviceOf(source));
    await Promise.all([...byService].map(([service, entries]) => this.ports.store.journal.append(service, entries, at)));
    for (const offered of batch) this.remember(offered);
    this.moved();
    const byDocument = grouped(batch, ({ source }) => documentKey(source));
    await Promise.all([...byDocument.values()].map((offers) => this.acknowledge(offers)));
  }

  private remember({ source, version }: Offered): void {
    const key = documentKey(source);
    const reached = Math.max(version, this.movedTo.get(key) ?? 0);
    this.movedTo.delete(key);
    this.movedTo.set(key, reached);
  }

  private async acknowledge(offers: readonly Offered[]): Promise<void> {
    const ids = offers.flatMap(({ messages }) => messages.map(({ id }) => id));
    if (ids.length > 0) await this.ports.store.documents.acknowledge(offers[0]!.source, ids);
  }
}
