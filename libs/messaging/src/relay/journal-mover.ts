import type { DocumentRef, JournalEntry } from '@salvatempo/store';
import type { RelayPorts } from './relay-ports';
import { WorkerLoop } from './worker-loop';

/** Messages held in memory at most; beyond it they are found by looking through the outboxes. */
const MAX_OFFERED = 20_000;
const BATCH = 256;

interface Offered {
  readonly service: string;
  readonly entries: readonly JournalEntry[];
}

/** First half of the relay: outbox to journal. Insert by id, then take out of the outbox; a crash between repeats the insert. */
export class JournalMover {
  private offered: Offered[] = [];
  private sweeping = false;
  /** Something was offered during a sweep; its outbox may have been looked at before. */
  private missed = false;
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

  offer(service: string, entries: readonly JournalEntry[]): void {
    if (this.offered.length >= MAX_OFFERED) {
      this.offered = [];
      this.sweeping = true;
    } else if (this.sweeping) this.missed = true;
    else this.offered.push({ service, entries });
    this.loop.wake();
  }

  /** Looks through all outboxes before anything else. */
  sweep(): void {
    this.sweeping = true;
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
    const batch = this.offered.splice(0, BATCH);
    if (batch.length === 0) return false;
    await this.move(batch);
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
    const batch: Offered[] = [];
    for (const ref of refs) {
      const stored = await this.ports.store.documents.load(ref.collection, ref.id);
      const entries = (stored?.outbox ?? []).map((message): JournalEntry => ({ ...message, source: ref }));
      if (entries.length > 0) batch.push({ service: serviceOf(ref), entries });
    }
    await this.move(batch);
    return true;
  }

  private async move(batch: readonly Offered[]): Promise<void> {
    const at = this.ports.ambient.clock.now();
    const byService = new Map<string, JournalEntry[]>();
    for (const { service, entries } of batch) byService.set(service, [...(byService.get(service) ?? []), ...entries]);
    await Promise.all([...byService].map(([service, entries]) => this.ports.store.journal.append(service, entries, at)));
    this.moved();
    await Promise.all([...acknowledgements(batch).values()].map(({ ref, ids }) => this.ports.store.documents.acknowledge(ref, ids)));
  }
}

const serviceOf = (ref: DocumentRef): string => ref.collection.slice(0, ref.collection.indexOf('.'));

function acknowledgements(batch: readonly Offered[]): Map<string, { ref: DocumentRef; ids: string[] }> {
  const byDocument = new Map<string, { ref: DocumentRef; ids: string[] }>();
  for (const { entries } of batch)
    for (const { source, id } of entries) {
      const key = `${source.collection}/${source.id}`;
      const found = byDocument.get(key);
      if (found) found.ids.push(id);
      else byDocument.set(key, { ref: source, ids: [id] });
    }
  return byDocument;
}
