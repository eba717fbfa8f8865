import type { Instant, Json, JsonObject } from '@salvatempo/kernel';
import type { CommitResult, DocumentCommit, DocumentRef, DocumentStore, DueDocument, InboxEntry, PendingMessage, ReadDocument, StoredDocument } from '../ports';
import { between, type Access } from './access';
import { commitSteps, restoreSteps } from './commit-steps';
import { step } from './group-writer';
import { DONE, HIT, MISSED } from './writer-protocol';

interface DocumentRecord {
  number: number;
  collection: string;
  id: string;
  schema: number;
  version: number;
  sequence: number;
  hash: string;
  state: string;
  personal: string | null;
  inbox_length: number;
  inbox_floor: string | null;
  deadline_at: string | null;
  /** 1 if its outbox isn't empty. */
  waiting: number;
}

export interface MessageRecord {
  message_id: string;
  topic: string;
  key: string;
  sequence: number | null;
  causation_id: string;
  body: string;
}

export const messageOf = ({ message_id, topic, key, sequence, causation_id, body }: MessageRecord): PendingMessage => ({
  id: message_id,
  topic,
  key,
  ...(sequence === null ? {} : { sequence }),
  causationId: causation_id,
  body,
});

const DOCUMENT = 'SELECT *, EXISTS (SELECT 1 FROM outbox o WHERE o.collection = d.collection AND o.id = d.id) AS waiting FROM documents d';
const READ = 'SELECT schema, version, sequence, hash, state, personal FROM documents WHERE collection = ? AND id = ?';
const OUTBOX = 'SELECT message_id, topic, key, sequence, causation_id, body FROM outbox WHERE collection = ? AND id = ? ORDER BY position';

/** The newest entries of an inbox as one text, newest first: a row for each would cost more than reading the document. */
const INBOX = `SELECT json_group_array(json_array(message_id, time)) AS entries FROM
  (SELECT message_id, time FROM inbox WHERE document = ? ORDER BY version DESC, place DESC LIMIT ?)`;

/** From each collection to the next by the index, instead of through all documents. */
const COLLECTIONS = `WITH RECURSIVE names (collection) AS (SELECT MIN(collection) FROM documents UNION ALL
  SELECT (SELECT MIN(d.collection) FROM documents d WHERE d.collection > names.collection) FROM names WHERE names.collection IS NOT NULL)
  SELECT collection FROM names WHERE collection IS NOT NULL`;

/** Documents, each one guarded write. */
export class DocumentTable implements DocumentStore {
  constructor(private readonly access: Access) {}

  async load(collection: string, id: string): Promise<StoredDocument | undefined> {
    const found = this.access.reader.one<DocumentRecord>(`${DOCUMENT} WHERE collection = ? AND id = ?`, collection, id);
    return found && this.document(found);
  }

  async read(collection: string, id: string): Promise<ReadDocument | undefined> {
    const found = this.access.reader.one<DocumentRecord>(READ, collection, id);
    return found && headOf(found, collection, id);
  }

  async commit(commit: DocumentCommit): Promise<CommitResult> {
    const steps = commitSteps(commit);
    const result = await between(this.access, 'commit', () => this.access.writer.write(steps));
    if (result === MISSED) return this.versionOf(commit) === commit.expectedVersion ? 'repeated' : 'conflict';
    return result === HIT ? 'repeated' : 'committed';
  }

  async restore(document: StoredDocument, at: Instant): Promise<boolean> {
    return (await this.access.writer.write(restoreSteps(document, at))) === DONE;
  }

  async acknowledge({ collection, id }: DocumentRef, messageIds: readonly string[]): Promise<void> {
    const [first] = messageIds;
    if (first === undefined) return;
    const take = messageIds.length === 1 ? step('takeFromOutbox', [collection, id, first]) : step('takeAllFromOutbox', [collection, id, JSON.stringify(messageIds)]);
    await between(this.access, 'acknowledge', () => this.access.writer.write([take]));
  }

  async pendingOutboxes(limit: number): Promise<readonly DocumentRef[]> {
    return this.access.reader.all<DocumentRef>('SELECT collection, id FROM outbox GROUP BY collection, id ORDER BY MIN(since) LIMIT ?', limit);
  }

  async due(at: Instant, limit: number): Promise<readonly DueDocument[]> {
    return this.access.reader.all<DueDocument>('SELECT collection, id, deadline_at AS deadlineAt FROM documents WHERE deadline_at <= ? ORDER BY deadline_at LIMIT ?', at, limit);
  }

  async nextDeadline(): Promise<Instant | undefined> {
    return this.access.reader.one<{ at: string }>('SELECT deadline_at AS at FROM documents WHERE deadline_at IS NOT NULL ORDER BY deadline_at LIMIT 1')?.at;
  }

  async waiting(): Promise<ReadonlyMap<string, number>> {
    const found = this.access.reader.all<{ collection: string; count: number }>('SELECT collection, COUNT(*) AS count FROM documents WHERE deadline_at IS NOT NULL GROUP BY collection');
    return new Map(found.map(({ collection, count }) => [collection, count]));
  }

  async scan(collection: string, afterId: string | undefined, limit: number): Promise<readonly StoredDocument[]> {
    const sql = `${DOCUMENT} WHERE collection = ? AND id > ? ORDER BY id LIMIT ?`;
    return this.access.reader.all<DocumentRecord>(sql, collection, afterId ?? '', limit).map((record) => this.document(record));
  }

  async collections(): Promise<readonly string[]> {
    return this.access.reader.all<{ collection: string }>(COLLECTIONS).map(({ collection }) => collection);
  }

  private inboxOf({ number, inbox_length }: DocumentRecord): readonly InboxEntry[] {
    if (inbox_length === 0) return [];
    const { entries } = this.access.reader.one<{ entries: string }>(INBOX, number, inbox_length)!;
    return (JSON.parse(entries) as [id: string, time: Instant][]).reverse().map(([id, time]) => ({ id, time }));
  }

  private versionOf({ collection, id }: DocumentRef): number | undefined {
    return this.access.reader.one<DocumentRecord>('SELECT version FROM documents WHERE collection = ? AND id = ?', collection, id)?.version;
  }

  private document(found: DocumentRecord): StoredDocument {
    const { collection, id } = found;
    const outbox = found.waiting === 0 ? [] : this.access.reader.all<MessageRecord>(OUTBOX, collection, id).map(messageOf);
    return {
      ...headOf(found, collection, id),
      inbox: this.inboxOf(found),
      ...(found.inbox_floor === null ? {} : { inboxFloor: found.inbox_floor }),
      outbox,
      ...(found.deadline_at === null ? {} : { deadlineAt: found.deadline_at }),
    };
  }
}

const headOf = ({ schema, version, sequence, hash, state, personal }: DocumentRecord, collection: string, id: string): ReadDocument => ({
  collection,
  id,
  schema,
  version,
  head: { sequence, hash },
  state: JSON.parse(state) as Json,
  ...(personal === null ? {} : { personal: JSON.parse(personal) as JsonObject }),
});
