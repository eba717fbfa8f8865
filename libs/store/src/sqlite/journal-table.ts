import { BoundedMap, type Instant } from '@salvatempo/kernel';
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

/** Entries that are kept from their appending until they are published; and how long a text may be that is. */
const MAX_KEPT = 2_048;
const MAX_KEPT_CHARACTERS = 16_384;

/** The append-only journal. What this process appended lately is published from memory: nobody else can write the file. */
export class JournalTable implements Journal {
  /** By position; one that the file left out, since the message was there already, is never asked for. */
  private readonly kept = new BoundedMap<number, PlacedEntry>(MAX_KEPT);
  private last: number | undefined;

  constructor(private readonly access: Access) {}

  async append(service: string, entries: readonly JournalEntry[], at: Instant): Promise<void> {
    const placed = entries.map((entry) => ({ ...entry, position: this.nextPosition() }));
    const steps = placed.map(({ position, id, source, topic, key, sequence, causationId, body }) =>
      step('appendJournal', [position, id, service, source.collection, source.id, topic, key, sequence ?? null, causationId, body, at]),
    );
    for (const entry of placed) if (entry.body.length <= MAX_KEPT_CHARACTERS) this.kept.set(entry.position, entry);
    await between(this.access, 'journal', () => this.access.writer.write(steps));
  }

  async unpublished(limit: number): Promise<readonly PlacedEntry[]> {
    const kept = this.access.reader.all<{ position: number }>('SELECT position FROM unpublished ORDER BY position LIMIT ?', limit).map(({ position }) => this.kept.get(position));
    if (kept.every((entry) => entry !== undefined)) return kept;
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
    for (const position of positions) this.kept.delete(position);
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

  /** Grows with each entry that is asked for, written or not. */
  private nextPosition(): number {
    this.last ??= this.access.reader.one<{ last: number | null }>('SELECT MAX(position) AS last FROM journal')!.last ?? 0;
    return ++this.last;
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
