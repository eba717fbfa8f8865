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

const COLUMNS = 'j.position, j.collection, j.id, j.message_id, j.topic, j.key, j.sequence, j.causation_id, j.body';

const entryOf = (record: EntryRecord): JournalEntry => ({ ...messageOf(record), source: { collection: record.collection, id: record.id } });

const placedOf = (record: EntryRecord): PlacedEntry => ({ ...entryOf(record), position: record.position });

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
    const sql = `SELECT ${COLUMNS} FROM unpublished u JOIN journal j ON j.position = u.position ORDER BY u.position LIMIT ?`;
    return this.access.reader.all<EntryRecord>(sql, limit).map(placedOf);
  }

  async since(afterPosition: number, limit: number): Promise<readonly PlacedEntry[]> {
    const sql = `SELECT ${COLUMNS} FROM journal j WHERE position > ? ORDER BY position LIMIT ?`;
    return this.access.reader.all<EntryRecord>(sql, afterPosition, limit).map(placedOf);
  }

  async markPublished(positions: readonly number[]): Promise<void> {
    const steps = rangesOf(positions).map((range) => step('markPublished', range));
    await between(this.access, 'mark', () => this.access.writer.write(steps));
  }

  async backlog(): Promise<Backlog> {
    const sql = 'SELECT COUNT(*) AS count, MIN(appended_at) AS oldest FROM unpublished';
    const { count, oldest } = this.access.reader.one<{ count: number; oldest: string | null }>(sql)!;
    return oldest === null ? { count } : { count, oldestAt: oldest };
  }

  async byCausation({ collection, id }: DocumentRef, causationId: string): Promise<readonly JournalEntry[]> {
    const sql = `SELECT ${COLUMNS} FROM journal j WHERE id = ? AND causation_id = ? AND collection = ? ORDER BY position`;
    return this.access.reader.all<EntryRecord>(sql, id, causationId, collection).map(entryOf);
  }

  async history({ collection, id }: DocumentRef, afterSequence: number, limit: number): Promise<readonly JournalEntry[]> {
    const sql = `SELECT ${COLUMNS} FROM journal j WHERE id = ? AND sequence > ? AND sequence IS NOT NULL AND collection = ? ORDER BY sequence LIMIT ?`;
    return this.access.reader.all<EntryRecord>(sql, id, afterSequence, collection, limit).map(entryOf);
  }
}

/** Positions as ranges without gaps: what is published together mostly follows one another. */
function rangesOf(positions: readonly number[]): readonly (readonly [from: number, to: number])[] {
  const ranges: [number, number][] = [];
  for (const position of [...positions].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last && position <= last[1] + 1) last[1] = position;
    else ranges.push([position, position]);
  }
  return ranges;
}
