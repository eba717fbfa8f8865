import type { Instant } from '@salvatempo/kernel';
import type { Backlog, DocumentRef, JournalEntry, PlacedEntry } from '../ports';
import { documentKey } from './document-table';

interface Appended extends PlacedEntry {
  readonly at: Instant;
}

/** The append-only journals of all services on the simulated disk, in one order of arrival. */
export class JournalTable {
  private readonly known = new Set<string>();
  private readonly all: Appended[] = [];
  private readonly waiting = new Map<number, Appended>();
  private readonly bySource = new Map<string, Appended[]>();
  private readonly byCause = new Map<string, Appended[]>();

  /** Returns what was new. */
  append(service: string, entries: readonly JournalEntry[], at: Instant): readonly PlacedEntry[] {
    const added: PlacedEntry[] = [];
    for (const entry of entries) {
      if (this.known.has(`${service}/${entry.id}`)) continue;
      this.known.add(`${service}/${entry.id}`);
      const appended = { ...entry, source: { ...entry.source }, position: this.all.length + 1, at };
      this.all.push(appended);
      this.waiting.set(appended.position, appended);
      add(this.byCause, `${documentKey(entry.source)}/${entry.causationId}`, appended);
      if (entry.sequence !== undefined) add(this.bySource, documentKey(entry.source), appended);
      added.push(appended);
    }
    return added;
  }

  unpublished(limit: number): readonly PlacedEntry[] {
    const found: PlacedEntry[] = [];
    for (const { at: _at, ...entry } of this.waiting.values()) {
      if (found.length === limit) break;
      found.push(entry);
    }
    return found;
  }

  since(afterPosition: number, limit: number): readonly PlacedEntry[] {
    return this.all.slice(afterPosition, afterPosition + limit).map(({ at: _at, ...entry }) => entry);
  }

  markPublished(positions: readonly number[]): void {
    for (const position of positions) this.waiting.delete(position);
  }

  backlog(): Backlog {
    let oldestAt: Instant | undefined;
    for (const { at } of this.waiting.values()) if (oldestAt === undefined || at < oldestAt) oldestAt = at;
    return oldestAt === undefined ? { count: 0 } : { count: this.waiting.size, oldestAt };
  }

  byCausation(source: DocumentRef, causationId: string): readonly JournalEntry[] {
    return (this.byCause.get(`${documentKey(source)}/${causationId}`) ?? []).map(entryOf);
  }

  history(source: DocumentRef, afterSequence: number, limit: number): readonly JournalEntry[] {
    const events = this.bySource.get(documentKey(source)) ?? [];
    return events
      .filter(({ sequence }) => sequence! > afterSequence)
      .sort((a, b) => a.sequence! - b.sequence!)
      .slice(0, limit)
      .map(entryOf);
  }
}

function add(map: Map<string, Appended[]>, key: string, entry: Appended): void {
  const found = map.get(key);
  if (found) found.push(entry);
  else map.set(key, [entry]);
}

function entryOf({ at: _at, position: _position, ...entry }: Appended): JournalEntry {
  return { ...entry, source: { ...entry.source } };
}
