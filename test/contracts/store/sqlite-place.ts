import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dataFile, openSqliteStore, StoreUnavailableError, type SqliteOptions, type SqliteStore, type Store } from '@salvatempo/store';
import { memoryAmbient } from '@salvatempo/testing';
import Driver from 'libsql';
import type { StorePlace } from './store-place';

/** 6 MB of pages: enough for every case, and soon full on purpose. */
const MAX_PAGES = 1_536;
const BLOB_KEY = createHash('sha256').update('the key of the tests').digest();

export const newDataDir = (): Promise<string> => mkdtemp(join(tmpdir(), 'salvatempo-store-'));

/** A store as the tests open it, on a directory of their own. */
export const openIn = (dataDir: string, over: Partial<SqliteOptions> = {}): Promise<SqliteStore> =>
  openSqliteStore({ dataDir, blobKey: BLOB_KEY, randomness: memoryAmbient().randomness, ...over });

export interface SqlitePlace extends StorePlace {
  readonly dataDir: string;
  open(): Promise<SqliteStore>;
}

export async function newSqlitePlace(): Promise<SqlitePlace> {
  const dataDir = await newDataDir();
  return {
    dataDir,
    secondOpener: 'refused',
    open: () => openIn(dataDir, { maxPages: MAX_PAGES }),
    fill,
    damage: async (blobId, chunk) => damage(dataFile(dataDir), blobId, chunk),
    discard: () => rm(dataDir, { recursive: true }),
  };
}

/** Files of falling size until not even the smallest has room. */
async function fill(store: Store): Promise<() => Promise<void>> {
  const ids: string[] = [];
  for (const bytes of [256_000, 64_000, 16_000, 1_000])
    for (;;) {
      const id = `filler-${ids.length}`;
      const failure = await store.blobs.put(id, new Uint8Array(bytes)).catch((error: unknown) => error);
      if (failure instanceof StoreUnavailableError) break;
      ids.push(id);
    }
  return async () => {
    for (const id of ids) await store.blobs.remove(id);
  };
}

function damage(file: string, blobId: string, part: number): void {
  const db = new Driver(file);
  const found = db.prepare('SELECT bytes FROM blobs WHERE id = ? AND part = ?').get(blobId, part) as { bytes: Buffer };
  const bytes = Buffer.from(found.bytes);
  bytes[bytes.length - 1]! ^= 1;
  db.prepare('UPDATE blobs SET bytes = ? WHERE id = ? AND part = ?').run(bytes, blobId, part);
  db.close();
}
