import type { Instant, Json, JsonObject } from '@salvatempo/kernel';
import type {
  CommitResult,
  DocumentCommit,
  DocumentRef,
  DueDocument,
  Head,
  InboxEntry,
  PendingMessage,
  SerialisedCommit,
  StoredDocument,
} from '../ports';

/** A document as it lies on the simulated disk: texts, so that nobody can change it through a reference. */
export interface DocumentRecord extends DocumentRef {
  readonly schema: number;
  readonly version: number;
  readonly head: Head;
  readonly state: string;
  readonly personal?: string;
  readonly inbox: readonly InboxEntry[];
  readonly inboxFloor?: Instant;
  readonly outbox: readonly PendingMessage[];
  readonly outboxPendingAt?: Instant;
  readonly deadlineAt?: Instant;
}

/** A commit with its parts already serialised, as `serialiseCommit` does for every adapter. */
export interface WrittenCommit {
  readonly commit: DocumentCommit;
  readonly texts: SerialisedCommit;
}

/** A document of another store, with its parts serialised. */
export interface RestoredDocument {
  readonly document: Omit<StoredDocument, 'state' | 'personal'>;
  readonly texts: SerialisedCommit;
  readonly at: Instant;
}

export const documentKey = (ref: DocumentRef): string => `${ref.collection}/${ref.id}`;

/** The guarded documents of the simulated disk, with what the ports ask of them kept at hand. */
export class DocumentTable {
  private readonly collectionsByName = new Map<string, Map<string, DocumentRecord>>();
  /** Documents with an outbox that isn't empty, in the order in which they became so. */
  private readonly pending = new Map<string, DocumentRecord>();
  private readonly deadlines = new Map<string, DueDocument>();

  record(collection: string, id: string): DocumentRecord | undefined {
    return this.collectionsByName.get(collection)?.get(id);
  }

  load(collection: string, id: string): StoredDocument | undefined {
    const record = this.record(collection, id);
    return record && documentOf(record);
  }

  commit({ commit, texts }: WrittenCommit): CommitResult {
    const before = this.record(commit.collection, commit.id);
    if (before?.inbox.some(({ id }) => commit.messageIds.includes(id))) return 'repeated';
    if ((before?.version ?? 0) !== commit.expectedVersion) return 'conflict';
    const outboxPendingAt = before?.outboxPendingAt ?? (commit.messages.length > 0 ? commit.at : undefined);
    this.put({
      collection: commit.collection,
      id: commit.id,
      schema: commit.schema,
      version: commit.expectedVersion + 1,
      head: commit.head,
      state: texts.state,
      personal: texts.personal ?? before?.personal,
      inbox: commit.inbox,
      inboxFloor: commit.inboxFloor,
      outbox: [...(before?.outbox ?? []), ...commit.messages],
      outboxPendingAt,
      deadlineAt: commit.deadlineAt,
    });
    return 'committed';
  }

  restore({ document, texts, at }: RestoredDocument): boolean {
    if (this.record(document.collection, document.id)) return false;
    this.put({ ...document, ...texts, ...(document.outbox.length > 0 ? { outboxPendingAt: at } : {}) });
    return true;
  }

  acknowledge(ref: DocumentRef, messageIds: readonly string[]): void {
    const before = this.record(ref.collection, ref.id);
    if (!before) return;
    const outbox = before.outbox.filter(({ id }) => !messageIds.includes(id));
    this.put({ ...before, outbox, outboxPendingAt: outbox.length > 0 ? before.outboxPendingAt : undefined });
  }

  pendingOutboxes(limit: number): readonly DocumentRef[] {
    const oldestFirst = [...this.pending.values()].sort((a, b) => compare(a.outboxPendingAt!, b.outboxPendingAt!));
    return oldestFirst.slice(0, limit).map(({ collection, id }) => ({ collection, id }));
  }

  due(at: Instant, limit: number): readonly DueDocument[] {
    const found = [...this.deadlines.values()].filter(({ deadlineAt }) => deadlineAt <= at);
    return found.sort((a, b) => compare(a.deadlineAt, b.deadlineAt)).slice(0, limit);
  }

  nextDeadline(): Instant | undefined {
    let next: Instant | undefined;
    for (const { deadlineAt } of this.deadlines.values())
      if (next === undefined || deadlineAt < next) next = deadlineAt;
    return next;
  }

  waiting(): ReadonlyMap<string, number> {
    const counts = new Map<string, number>();
    for (const { collection } of this.deadlines.values()) counts.set(collection, (counts.get(collection) ?? 0) + 1);
    return counts;
  }

  scan(collection: string, afterId: string | undefined, limit: number): readonly StoredDocument[] {
    const ids = [...(this.collectionsByName.get(collection)?.keys() ?? [])].filter(
      (id) => afterId === undefined || id > afterId,
    );
    return ids
      .sort(compare)
      .slice(0, limit)
      .map((id) => this.load(collection, id)!);
  }

  collections(): readonly string[] {
    return [...this.collectionsByName.keys()].sort(compare);
  }

  private put(record: DocumentRecord): void {
    let collection = this.collectionsByName.get(record.collection);
    if (!collection) this.collectionsByName.set(record.collection, (collection = new Map()));
    collection.set(record.id, record);
    const key = documentKey(record);
    if (record.outbox.length > 0) this.pending.set(key, record);
    else this.pending.delete(key);
    const { collection: name, id, deadlineAt } = record;
    if (deadlineAt === undefined) this.deadlines.delete(key);
    else this.deadlines.set(key, { collection: name, id, deadlineAt });
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A copy that shares nothing which the reader could change. */
export function documentOf(record: DocumentRecord): StoredDocument {
  const { collection, id, schema, version, head, inboxFloor } = record;
  return {
    collection,
    id,
    schema,
    version,
    head: { ...head },
    state: JSON.parse(record.state) as Json,
    ...(record.personal === undefined ? {} : { personal: JSON.parse(record.personal) as JsonObject }),
    inbox: record.inbox.map((entry) => ({ ...entry })),
    ...(inboxFloor === undefined ? {} : { inboxFloor }),
    outbox: record.outbox.map((message) => ({ ...message })),
    ...(record.deadlineAt === undefined ? {} : { deadlineAt: record.deadlineAt }),
  };
}
