import { closeSync, existsSync, mkdirSync, openSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Driver, { type Database } from 'libsql';
import { StoreRefusedError } from '../ports';
import { FORMAT, PAGE_BYTES, SCHEMA } from './schema';

/** The files of a data directory. */
export const dataFile = (dataDir: string): string => join(dataDir, 'salvatempo.db');
const lockFile = (dataDir: string): string => join(dataDir, 'salvatempo.lock');

/**
 * Holds the data directory for this process: an exclusive transaction on a database of its own, which the system ends with
 * the process, however it dies. Throws StoreRefusedError `store-in-use`.
 */
export function lockDataDir(dataDir: string): { close(): void } {
  mkdirSync(dataDir, { recursive: true });
  const lock = new Driver(lockFile(dataDir));
  try {
    lock.exec('PRAGMA busy_timeout = 0; PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock.close();
    if (!(error as { code?: string }).code?.startsWith('SQLITE_BUSY')) throw new Error(`${dataDir} can't be used: ${(error as Error).message}`);
    throw new StoreRefusedError('store-in-use', `Another process uses ${dataDir}. Stop it first, or start with another DATA_DIR.`);
  }
}

/**
 * Makes the file, or checks the one that is there. Throws StoreRefusedError: `store-corrupt` where it is damaged or no data
 * file, `store-newer` where a newer program wrote it. Nothing is changed in either case.
 */
export function prepareDataFile(file: string): void {
  // One to which nothing was ever written is left by a kill in the first moment.
  if (existsSync(file) && statSync(file).size > 0 && checkDataFile(file) > 0) return;
  // Personal data are nobody's but its owner's; SQLite gives the files beside it the same rights.
  closeSync(openSync(file, 'a', 0o600));
  const db = new Driver(file);
  try {
    db.exec(`PRAGMA page_size = ${PAGE_BYTES}; PRAGMA journal_mode = WAL; BEGIN; ${SCHEMA} PRAGMA user_version = ${FORMAT}; COMMIT`);
  } finally {
    db.close();
  }
}

/** The file's address for a connection that can't write, whatever it is told to. */
export const readOnlyUri = (file: string): string => `file:${encodeURI(file).replaceAll('?', '%3f').replaceAll('#', '%23')}?mode=ro`;

export const openReadOnly = (file: string): Database => new Driver(readOnlyUri(file));

/** The format of a file that is whole, 0 for an empty one. Throws StoreRefusedError. */
export function checkDataFile(file: string): number {
  let db: Database | undefined;
  try {
    db = openReadOnly(file);
    const format = Number((db.prepare('PRAGMA user_version').get() as { user_version: number }).user_version);
    if (format > FORMAT) throw newer(file, format);
    if (format > 0) checkPages(db, file);
    else if (db.prepare('SELECT 1 FROM sqlite_master LIMIT 1').get() !== undefined) throw corrupt(file, 'it is no data file of this program');
    return format;
  } catch (error) {
    throw error instanceof StoreRefusedError ? error : corrupt(file, (error as Error).message);
  } finally {
    db?.close();
  }
}

function checkPages(db: Database, file: string): void {
  const found = db.prepare('PRAGMA quick_check(1)').get() as { quick_check: string } | undefined;
  if (found?.quick_check !== 'ok') throw corrupt(file, found?.quick_check ?? 'the check said nothing');
}

const newer = (file: string, format: number): StoreRefusedError =>
  new StoreRefusedError(
    'store-newer',
    `${file} was written by a newer version (format ${format}, this one knows ${FORMAT}). Start that version, or restore a backup made with this one.`,
  );

const corrupt = (file: string, why: string): StoreRefusedError =>
  new StoreRefusedError('store-corrupt', `${file} is damaged (${why}). Keep a copy of it, then restore the last backup with: npm run restore -- --from BACKUP --data-dir DIR`);
