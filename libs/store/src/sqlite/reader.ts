import type { Database } from 'libsql';
import { StoreUnavailableError } from '../ports';
import { openReadOnly } from './data-files';

/** The driver's statements take any values; its types only know one shape of them. */
interface Statement {
  get(...params: readonly unknown[]): unknown;
  all(...params: readonly unknown[]): unknown;
}

/** Reads what is committed, on a connection of its own; small, prepared, and synchronous. */
export class Reader {
  private readonly db: Database;
  private readonly prepared = new Map<string, Statement>();
  private open = true;

  constructor(file: string) {
    this.db = openReadOnly(file);
    this.db.exec('PRAGMA cache_size = -32768');
  }

  /** The first row, or undefined. Throws StoreUnavailableError once closed. */
  one<T>(sql: string, ...params: readonly unknown[]): T | undefined {
    return this.statement(sql).get(...params) as T | undefined;
  }

  all<T>(sql: string, ...params: readonly unknown[]): readonly T[] {
    return this.statement(sql).all(...params) as T[];
  }

  close(): void {
    if (!this.open) return;
    this.open = false;
    this.prepared.clear();
    this.db.close();
  }

  private statement(sql: string): Statement {
    if (!this.open) throw new StoreUnavailableError('the store is closed', 'stopped');
    let found = this.prepared.get(sql);
    if (!found) this.prepared.set(sql, (found = this.db.prepare(sql) as unknown as Statement));
    return found;
  }
}
