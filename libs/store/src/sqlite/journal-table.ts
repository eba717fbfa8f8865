import type { Instant } from '@salvatempo/kernel';
import type { Backlog, DocumentRef, Journal, JournalEntry, PlacedEntry } from '../ports';
import { between, type Access } from './access';
import { messageOf, type MessageRecord } from './document-table';
import { step } from './group-writer';

interface EntryRecord extends MessageRecord {
  position: number;
  collection: string;
  id: string;
}

const COLUMNS = 'position, collection, id, message_id, topic, key, sequence, causation_id, body';

const entryOf = (record: EntryRecord): JournalEntry => ({ ...messageOf(record), source: { collection: record.collection, id: record.id } });

/** The append-only journal. */
export class JournalTable implements Journal {
  constructor(private readonly access: Access) {}

  async append(service: string, entries: readonly JournalEntry[], at: Instant): Promise<void> {
    const steps = entries.map(({ id, source, topic, key, sequence, causationId, body }) =>
      step('appendJournal', [id, service, source.collection, source.id, topic, key, sequence ?? null, causationId, body, at]),
    );
    await between(this.access, 'journal', () => this.access.writer.write(steps));
  }

  async unpublished(limit: number): Promise<readonly PlacedEntry[]> {
    const sql = `SELECT ${COLUMNS} FROM journal WHERE unpublished IS NOT NULL ORDER BY position LIMIT ?`;
    return this.access.reader.all<EntryRecord>(sql, limit).map((record) => ({ ...entryOf(record), position: record.position }));
  }

  async since(afterPosition: number, limit: number): Promise<readonly PlacedEntry[]> {
    const sql = `SELECT ${COLUMNS} FROM journal WHERE position > ? ORDER BY position LIMIT ?`;
    return this.access.reader.all<EntryRecord>(sql, afterPosition, limit).map((record) => ({ ...entryOf(record), position: record.position }));
  }

  async markPublished(positions: readonly number[]): Promise<void> {
    await between(this.access, 'mark', () => this.access.writer.write(positions.map((position) => step('markPublished', [position]))));
  }

  async backlog(): Promise<Backlog> {
    const sql = 'SELECT COUNT(*) AS count, MIN(appended_at) AS oldest FROM journal WHERE unpublished IS NOT NULL';
    const { count, oldest } = this.access.reader.one<{ count: number; oldest: string | null }>(sql)!;
    return oldest === null ? { count } : { count, oldestAt: oldest };
  }

  async byCausation({ collection, id }: DocumentRef, causationId: string): Promise<readonly JournalEntry[]> {
    const sql = `SELECT ${COLUMNS} FROM journal WHERE id = ? AND causation_id = ? AND collection = ? ORDER BY position`;
    return this.access.reader.all<EntryRecord>(sql, id, causationId, collection).map(entryOf);
  }

  async history({ collection, id }: DocumentRef, afterSequence: number, limit: number): Promise<readonly JournalEntry[]> {
    const sql = `SELECT ${COLUMNS} FROM journal WHERE id = ? AND sequence > ? AND sequence IS NOT NULL AND collection = ? ORDER BY sequence LIMIT ?`;
    return this.access.reader.all<EntryRecord>(sql, id, afterSequence, collection, limit).map(entryOf);
  }
}
