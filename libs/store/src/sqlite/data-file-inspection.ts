import type { DocumentRef, Head } from '../ports';
import { checkDataFile } from './data-files';
import { Reader } from './reader';

const PAGE = 500;

/** How much of everything a data file holds. */
export interface DataFileCounts {
  /** By collection: how many documents, and the sum of their versions, which is the number of commits. */
  readonly documents: Readonly<Record<string, { readonly count: number; readonly commits: number }>>;
  /** Rows of each other table. */
  readonly tables: Readonly<Record<string, number>>;
}

export interface InspectedDocument extends DocumentRef {
  readonly version: number;
  readonly head: Head;
}

export interface InspectedEvent {
  readonly sequence: number;
  readonly body: string;
}

const TABLES = ['inbox', 'outbox', 'journal', 'unpublished', 'rows', 'keys', 'parked', 'failures', 'blobs', 'log', 'progress'];

/** Reads a data file that no store has open, to tell whether it is whole. */
export class DataFileInspection {
  private readonly reader: Reader;

  /** Throws StoreRefusedError for a file that is damaged, no data file, or written by a newer program. */
  constructor(file: string) {
    checkDataFile(file);
    this.reader = new Reader(file);
  }

  /** What SQLite finds wrong with its pages and indexes; nothing if all is well. Reads the whole file. */
  damages(): readonly string[] {
    const found = this.reader.all<{ integrity_check: string }>('PRAGMA integrity_check(20)').map((row) => row.integrity_check);
    return found.filter((text) => text !== 'ok');
  }

  counts(): DataFileCounts {
    const sql = 'SELECT collection, COUNT(*) AS count, SUM(version) AS commits FROM documents GROUP BY collection';
    const collections = this.reader.all<{ collection: string; count: number; commits: number }>(sql);
    const size = (table: string) => this.reader.one<{ count: number }>(`SELECT COUNT(*) AS count FROM ${table}`)!.count;
    return {
      documents: Object.fromEntries(collections.map(({ collection, count, commits }) => [collection, { count, commits }])),
      tables: Object.fromEntries(TABLES.map((table) => [table, size(table)])),
    };
  }

  *documents(): Iterable<InspectedDocument> {
    const sql = `SELECT collection, id, version, sequence, hash FROM documents WHERE (collection, id) > (?, ?) ORDER BY collection, id LIMIT ${PAGE}`;
    for (let last = ['', '']; ; ) {
      const page = this.reader.all<DocumentRef & Head & { version: number }>(sql, ...last);
      for (const { collection, id, version, sequence, hash } of page) yield { collection, id, version, head: { sequence, hash } };
      if (page.length < PAGE) return;
      last = [page.at(-1)!.collection, page.at(-1)!.id];
    }
  }

  /** A document's events in the journal, in order. */
  *journaled({ collection, id }: DocumentRef): Iterable<InspectedEvent> {
    const sql = `SELECT sequence, body FROM journal WHERE id = ? AND sequence > ? AND sequence IS NOT NULL AND collection = ? ORDER BY sequence LIMIT ${PAGE}`;
    for (let last = 0; ; ) {
      const page = this.reader.all<InspectedEvent>(sql, id, last, collection);
      yield* page;
      if (page.length < PAGE) return;
      last = page.at(-1)!.sequence;
    }
  }

  /** A document's events that wait in its outbox, in order. */
  waiting({ collection, id }: DocumentRef): readonly InspectedEvent[] {
    const sql = 'SELECT sequence, body FROM outbox WHERE collection = ? AND id = ? AND sequence IS NOT NULL ORDER BY sequence';
    return this.reader.all<InspectedEvent>(sql, collection, id);
  }

  /** Events in the journal, whosoever they are. */
  journaledEvents(): number {
    return this.reader.one<{ count: number }>('SELECT COUNT(*) AS count FROM journal WHERE sequence IS NOT NULL')!.count;
  }

  close(): void {
    this.reader.close();
  }
}
