import type { Instant, Json, JsonObject } from '@salvatempo/kernel';
import type { mongo } from 'mongoose';
import { serialiseCommit, type CommitResult, type DocumentCommit, type DocumentRef, type DocumentStore, type DueDocument, type ReadDocument, type StoredDocument } from '../ports';
import type { DocumentRecord } from './collections';
import { isDuplicate, type MongoAccess } from './mongo-access';

const idOf = ({ collection, id }: DocumentRef): string => `${collection}/${id}`;

/** What a document is made of that isn't there yet. */
type NewDocument = Pick<DocumentCommit, 'collection' | 'id' | 'schema' | 'head' | 'inbox' | 'inboxFloor' | 'messages' | 'deadlineAt' | 'at'> & { readonly version: number };

/** Documents, each commit one guarded update of one record. */
export class DocumentCollection implements DocumentStore {
  constructor(
    private readonly access: MongoAccess,
    private readonly records: mongo.Collection<DocumentRecord>,
  ) {}

  async load(collection: string, id: string): Promise<StoredDocument | undefined> {
    const record = await this.access.run(() => this.records.findOne({ _id: idOf({ collection, id }) }));
    return record === null ? undefined : storedOf(record);
  }

  async read(collection: string, id: string): Promise<ReadDocument | undefined> {
    const projection = { inbox: 0, inboxFloor: 0, outbox: 0 };
    const record = await this.access.run(() => this.records.findOne({ _id: idOf({ collection, id }) }, { projection }));
    return record === null ? undefined : readOf(record);
  }

  async commit(commit: DocumentCommit): Promise<CommitResult> {
    // What is refused everywhere is refused before anything else; the texts also are a copy that the caller can't change any more.
    const { state, personal } = serialiseCommit(commit);
    const content = { state: JSON.parse(state) as Json, ...(personal === undefined ? {} : { personal: JSON.parse(personal) as JsonObject }) };
    return this.access.between('commit', () => (commit.expectedVersion === 0 ? this.insert({ ...commit, version: 1 }, content) : this.update(commit, content)));
  }

  async restore(document: StoredDocument, at: Instant): Promise<boolean> {
    const { version, outbox: messages } = document;
    const { state, personal } = serialiseCommit({ ...document, messages });
    const content = { state: JSON.parse(state) as Json, ...(personal === undefined ? {} : { personal: JSON.parse(personal) as JsonObject }) };
    return (await this.access.run(() => this.insert({ ...document, messages, at, version }, content))) === 'committed';
  }

  async acknowledge(ref: DocumentRef, messageIds: readonly string[]): Promise<void> {
    await this.access.between('acknowledge', async () => {
      await this.records.updateOne({ _id: idOf(ref) }, { $pull: { outbox: { id: { $in: [...messageIds] } } } });
      await this.noLongerPending([idOf(ref)]);
    });
  }

  async pendingOutboxes(limit: number): Promise<readonly DocumentRef[]> {
    return this.access.run(async () => {
      const projection = { kind: 1, key: 1, 'outbox.id': 1 } as const;
      const found = await this.records.find({ outboxPendingAt: { $exists: true } }, { projection }).sort({ outboxPendingAt: 1 }).limit(limit).toArray();
      // Somebody died between taking the last message out and saying so.
      const empty = found.filter(({ outbox }) => outbox.length === 0).map(({ _id }) => _id);
      if (empty.length > 0) await this.noLongerPending(empty);
      return found.filter(({ outbox }) => outbox.length > 0).map(refOf);
    });
  }

  async due(at: Instant, limit: number): Promise<readonly DueDocument[]> {
    const projection = { kind: 1, key: 1, deadlineAt: 1 };
    const found = await this.access.run(() => this.records.find({ deadlineAt: { $lte: at } }, { projection }).sort({ deadlineAt: 1 }).limit(limit).toArray());
    return found.map((record) => ({ ...refOf(record), deadlineAt: record.deadlineAt! }));
  }

  async nextDeadline(): Promise<Instant | undefined> {
    const projection = { deadlineAt: 1 };
    const [first] = await this.access.run(() => this.records.find({ deadlineAt: { $exists: true } }, { projection }).sort({ deadlineAt: 1 }).limit(1).toArray());
    return first?.deadlineAt;
  }

  async waiting(): Promise<ReadonlyMap<string, number>> {
    const steps = [{ $match: { deadlineAt: { $exists: true } } }, { $group: { _id: '$kind', count: { $sum: 1 } } }];
    const found = await this.access.run(() => this.records.aggregate<{ _id: string; count: number }>(steps).toArray());
    return new Map(found.map(({ _id, count }) => [_id, count]));
  }

  async scan(collection: string, afterId: string | undefined, limit: number): Promise<readonly StoredDocument[]> {
    const filter = { kind: collection, ...(afterId === undefined ? {} : { key: { $gt: afterId } }) };
    return (await this.access.run(() => this.records.find(filter).sort({ key: 1 }).limit(limit).toArray())).map(storedOf);
  }

  async collections(): Promise<readonly string[]> {
    return (await this.access.run(() => this.records.distinct('kind'))).sort();
  }

  private async insert(document: NewDocument, content: object): Promise<CommitResult> {
    const { collection, id, schema, version, head, inbox, inboxFloor, messages, deadlineAt, at } = document;
    const record = {
      _id: idOf(document),
      kind: collection,
      key: id,
      schema,
      version,
      head: { ...head },
      ...content,
      inbox: inbox.map((entry) => ({ ...entry })),
      ...(inboxFloor === undefined ? {} : { inboxFloor }),
      outbox: [...messages],
      ...(messages.length === 0 ? {} : { outboxPendingAt: at }),
      ...(deadlineAt === undefined ? {} : { deadlineAt }),
    } as DocumentRecord;
    try {
      await this.records.insertOne(record as mongo.OptionalUnlessRequiredId<DocumentRecord>);
      return 'committed';
    } catch (error) {
      if (isDuplicate(error)) return 'conflict';
      throw error;
    }
  }

  private async update(commit: DocumentCommit, content: object): Promise<CommitResult> {
    const _id = idOf(commit);
    const guard = { _id, version: commit.expectedVersion, 'inbox.id': { $nin: [...commit.messageIds] } };
    const { matchedCount } = await this.records.updateOne(guard as mongo.Filter<DocumentRecord>, updateOf(commit, content));
    if (matchedCount === 1) return 'committed';
    const stored = await this.records.findOne({ _id }, { projection: { version: 1 } });
    return stored?.version === commit.expectedVersion ? 'repeated' : 'conflict';
  }

  private async noLongerPending(ids: readonly string[]): Promise<void> {
    await this.records.updateMany({ _id: { $in: [...ids] }, outbox: { $size: 0 } } as mongo.Filter<DocumentRecord>, { $unset: { outboxPendingAt: '' } });
  }
}

/** What the one write changes. Of the inbox only what is new travels, and the array is cut to the length that the commit says. */
function updateOf(commit: DocumentCommit, content: object): mongo.UpdateFilter<DocumentRecord> {
  const { schema, head, inbox, inboxFloor, messageIds, messages, deadlineAt, at } = commit;
  const added = inbox.slice(inbox.length - messageIds.length);
  const isAppended = added.length === messageIds.length && added.every(({ id }, n) => id === messageIds[n]);
  return {
    $inc: { version: 1 },
    $set: {
      schema,
      head: { ...head },
      ...content,
      ...(isAppended ? {} : { inbox: [...inbox] }),
      ...(inboxFloor === undefined ? {} : { inboxFloor }),
      ...(deadlineAt === undefined ? {} : { deadlineAt }),
    },
    $unset: { ...(inboxFloor === undefined ? { inboxFloor: '' } : {}), ...(deadlineAt === undefined ? { deadlineAt: '' } : {}) },
    $push: {
      ...(isAppended && added.length > 0 ? { inbox: { $each: [...added], $slice: -inbox.length } } : {}),
      ...(messages.length > 0 ? { outbox: { $each: [...messages] } } : {}),
    },
    ...(messages.length > 0 ? { $min: { outboxPendingAt: at } } : {}),
  } as mongo.UpdateFilter<DocumentRecord>;
}

const refOf = ({ kind, key }: DocumentRecord): DocumentRef => ({ collection: kind, id: key });

function readOf({ kind, key, schema, version, head, state, personal }: DocumentRecord): ReadDocument {
  return { ...refOf({ kind, key } as DocumentRecord), schema, version, head, state: state as Json, ...(personal === undefined ? {} : { personal: personal as JsonObject }) };
}

function storedOf(record: DocumentRecord): StoredDocument {
  const { inbox, inboxFloor, outbox, deadlineAt } = record;
  return { ...readOf(record), inbox, ...(inboxFloor === undefined ? {} : { inboxFloor }), outbox, ...(deadlineAt === undefined ? {} : { deadlineAt }) };
}
