import type Driver from 'libsql';

/** One statement of an operation. `guard`: if it changes nothing, the operation ends there as missed. `unless`: if it finds a row, as hit. */
export type Step = readonly [statement: string, params: readonly unknown[], role?: 'guard' | 'unless'];

/** What became of an operation; `failed` and `full` mean that the whole transaction was rolled back. */
export type OperationResult = 'done' | 'missed' | 'hit';
export type BatchReply = { readonly results: readonly OperationResult[] } | { readonly error: string; readonly code: string };

/** The driver's statements take any values; its types only know one shape of them. */
interface Prepared {
  get(...params: readonly unknown[]): unknown;
  run(...params: readonly unknown[]): { readonly changes: number };
}

export interface WriterSettings {
  readonly driver: string;
  readonly file: string;
  readonly statements: Readonly<Record<string, string>>;
  readonly maxPages?: number;
}

/**
 * Runs in a worker thread of its own, so that a sync never holds up the event loop. Each message is a batch of operations
 * that is written in one transaction. Its text is handed to the worker, so it may use nothing from outside of itself.
 */
export function writerThread(): void {
  /* eslint-disable @typescript-eslint/no-require-imports -- the worker has no module system but this */
  const { parentPort, workerData } = require('node:worker_threads') as typeof import('node:worker_threads');
  const settings = workerData as WriterSettings;
  const Sqlite = require(settings.driver) as typeof Driver;
  /* eslint-enable */
  const db = new Sqlite(settings.file);
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY; PRAGMA wal_autocheckpoint = 4000; PRAGMA cache_size = -65536');
  if (settings.maxPages !== undefined) db.exec(`PRAGMA max_page_count = ${settings.maxPages}`);
  const prepared = new Map<string, Prepared>();
  const statement = (name: string): Prepared => {
    let found = prepared.get(name);
    if (!found) prepared.set(name, (found = db.prepare(settings.statements[name]!) as unknown as Prepared));
    return found;
  };
  const perform = (steps: readonly Step[]): OperationResult => {
    for (const [name, params, role] of steps) {
      if (role === 'unless') {
        if (statement(name).get(...params) !== undefined) return 'hit';
        continue;
      }
      const { changes } = statement(name).run(...params);
      if (role === 'guard' && changes === 0) return 'missed';
    }
    return 'done';
  };
  const write = (batch: readonly (readonly Step[])[]): BatchReply => {
    try {
      db.exec('BEGIN IMMEDIATE');
      const results = batch.map(perform);
      db.exec('COMMIT');
      return { results };
    } catch (error) {
      try {
        db.exec('ROLLBACK');
      } catch {
        // SQLite has rolled back by itself already.
      }
      const { message, code } = error as Error & { code?: string };
      return { error: message, code: code ?? 'UNKNOWN' };
    }
  };
  parentPort!.on('message', (message: readonly (readonly Step[])[] | 'close') => {
    if (message === 'close') {
      prepared.clear();
      db.close();
      parentPort!.close();
      return;
    }
    parentPort!.postMessage(write(message));
  });
  parentPort!.postMessage('ready');
}
