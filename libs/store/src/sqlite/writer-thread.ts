import type { Database } from 'libsql';
import type { Batch, BatchReply, Failure, OperationResult, WriterSettings } from './writer-protocol';

/* The functions of this file are handed to the worker as text, so they use nothing but each other and types. */

/** The driver's statements take arrays; its types don't say so. */
interface Prepared {
  get(params: readonly unknown[]): unknown;
  run(params: readonly unknown[]): { readonly changes: number };
}

interface Writer {
  readonly db: Database;
  readonly prepared: readonly Prepared[];
}

function openWriter(settings: WriterSettings): Writer {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the worker has no module system but this
  const Sqlite = require(settings.driver) as new (file: string) => Database;
  const db = new Sqlite(settings.file);
  // The thread itself brings the log into the file, after it has answered: else that would be a part of somebody's commit.
  db.exec('PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 0');
  // No more: a commit after which a tree was balanced looks through every page in memory, since SQLite numbers a page beyond the file's end meanwhile.
  db.exec('PRAGMA temp_store = MEMORY; PRAGMA cache_size = -8192');
  if (settings.maxPages !== undefined) db.exec(`PRAGMA max_page_count = ${settings.maxPages}`);
  return { db, prepared: settings.statements.map((sql) => db.prepare(sql) as unknown as Prepared) };
}

function failureOf(error: unknown): Failure {
  const { message, code } = error as Error & { code?: string };
  return { message, code: code ?? 'UNKNOWN' };
}

/** A sync that failed once may have lost what the system said it had: nothing after it can be trusted. */
function isFatal({ code }: Failure): boolean {
  return /^SQLITE_(IOERR|CORRUPT|NOTADB|READONLY|CANTOPEN)/.test(code);
}

/** Where the operation that starts at `start` ends in its batch. */
function endOf(batch: Batch, start: number): number {
  let at = start + 1;
  for (let left = batch[start] as number; left > 0; left--) at += 2 + (batch[at + 1] as number);
  return at;
}

function perform({ prepared }: Writer, batch: Batch, start: number): OperationResult {
  let at = start + 1;
  for (let left = batch[start] as number; left > 0; left--) {
    const code = batch[at] as number;
    const end = at + 2 + (batch[at + 1] as number);
    const statement = prepared[Math.floor(code / 3)]!;
    const params = batch.slice(at + 2, end);
    if (code % 3 === 2) {
      if (statement.get(params) !== undefined) return 2;
    } else if (statement.run(params).changes === 0 && code % 3 === 1) return 1;
    at = end;
  }
  return 0;
}

/** Writes the operations from `from` to `to` in one transaction, synced when it returns. Throws, with nothing written. */
function writeTransaction(writer: Writer, batch: Batch, from: number, to: number): OperationResult[] {
  const results: OperationResult[] = [];
  writer.db.exec('BEGIN IMMEDIATE');
  try {
    for (let at = from; at < to; at = endOf(batch, at)) results.push(perform(writer, batch, at));
    writer.db.exec('COMMIT');
    return results;
  } catch (error) {
    try {
      writer.db.exec('ROLLBACK');
    } catch {
      // SQLite has rolled back by itself already.
    }
    throw error;
  }
}

/** One transaction for each operation, so that one that can't be written fails alone. */
function writeSeparately(writer: Writer, batch: Batch): BatchReply {
  const results: (OperationResult | Failure)[] = [];
  for (let at = 0; at < batch.length; at = endOf(batch, at)) {
    try {
      results.push(...writeTransaction(writer, batch, at, endOf(batch, at)));
    } catch (error) {
      const failure = failureOf(error);
      if (isFatal(failure)) return { results, stopped: failure };
      results.push(failure);
    }
  }
  return { results };
}

function writeBatch(writer: Writer, batch: Batch): BatchReply {
  try {
    return { results: writeTransaction(writer, batch, 0, batch.length) };
  } catch (error) {
    const failure = failureOf(error);
    return isFatal(failure) ? { results: [], stopped: failure } : writeSeparately(writer, batch);
  }
}

/** Brings the log into the file. A full disk is no trouble yet: the log is as good, and the next time may have room. */
function checkpoint({ db }: Writer, mode: 'PASSIVE' | 'TRUNCATE'): BatchReply | undefined {
  try {
    db.prepare(`PRAGMA wal_checkpoint(${mode})`).get();
    return undefined;
  } catch (error) {
    const failure = failureOf(error);
    return isFatal(failure) ? { results: [], stopped: failure } : undefined;
  }
}

/** About how many pages of the log a batch fills: a few for each statement, and what its texts and bytes take. */
function pagesOf(batch: Batch): number {
  let bytes = 0;
  for (const value of batch) if (typeof value === 'string' || value instanceof Uint8Array) bytes += value.length;
  return batch.length / 6 + bytes / 4096;
}

/** Runs in a worker thread of its own, so that a sync never holds up the event loop. Each message is a batch. */
function writerThread(): void {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the worker has no module system but this
  const { parentPort, workerData } = require('node:worker_threads') as typeof import('node:worker_threads');
  const writer = openWriter(workerData as WriterSettings);
  const maxLogPages = 16_000;
  let logPages = 0;
  let stopped: BatchReply | undefined;
  parentPort!.on('message', (batch: Batch | 'close') => {
    if (batch === 'close') {
      // So that the file alone is all there is, for whoever copies it.
      checkpoint(writer, 'TRUNCATE');
      writer.db.close();
      parentPort!.close();
      return;
    }
    // The next batch may lie here already when one fails for good.
    const reply = stopped ?? writeBatch(writer, batch);
    if (reply.stopped) stopped = { results: [], stopped: reply.stopped };
    parentPort!.postMessage(reply);
    logPages += pagesOf(batch);
    if (stopped || logPages < maxLogPages) return;
    logPages = 0;
    stopped = checkpoint(writer, 'PASSIVE');
    if (stopped) parentPort!.postMessage(stopped);
  });
  parentPort!.postMessage('ready');
}

/** What the worker runs. */
export const writerSource = `${[openWriter, failureOf, isFatal, endOf, perform, writeTransaction, writeSeparately, writeBatch, checkpoint, pagesOf, writerThread].join('\n')}\nwriterThread();`;
