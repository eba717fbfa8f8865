import { openMongoStore, type MongoOptions, type Store } from '@salvatempo/store';
import { memoryAmbient } from '@salvatempo/testing';
import { createHash, randomUUID } from 'node:crypto';
import { mongo } from 'mongoose';
import type { StorePlace } from './store-place';

const BLOB_KEY = createHash('sha256').update('the key of the tests').digest();

/** About half a minute on two cores. */
const RACE_ROUNDS = 40;

export interface MongoPlace extends StorePlace {
  readonly database: string;
}

/** A store as the tests open it; each process has chance of its own. */
export const openOn = (url: string, database: string, over: Partial<MongoOptions> = {}): Promise<Store> =>
  openMongoStore({ url, database, blobKey: BLOB_KEY, randomness: memoryAmbient(undefined, randomUUID()).randomness, ...over });

/** A database of its own on a server that all cases share, of which several processes may write. */
export async function newMongoPlace(url: string): Promise<MongoPlace> {
  const database = `t${randomUUID().replaceAll('-', '').slice(0, 20)}`;
  return {
    database,
    secondOpener: 'shared',
    open: () => openOn(url, database),
    raceRounds: RACE_ROUNDS,
    damage: (blobId, chunk) => onDatabase(url, database, (db) => damage(db, blobId, chunk)),
    discard: () => onDatabase(url, database, async (db) => void (await db.dropDatabase())),
  };
}

/** Works on the server behind the store's back. */
export async function onDatabase<T>(url: string, database: string, work: (db: mongo.Db) => Promise<T>): Promise<T> {
  const client = await mongo.MongoClient.connect(url, { retryWrites: false });
  try {
    return await work(client.db(database));
  } finally {
    await client.close();
  }
}

async function damage(db: mongo.Db, blobId: string, part: number): Promise<void> {
  const blob = await db.collection<{ _id: string; upload: string }>('blobs').findOne({ _id: blobId });
  const chunks = db.collection<{ _id: string; bytes: mongo.Binary }>('chunks');
  const _id = `${blob!.upload}/${String(part).padStart(4, '0')}`;
  const bytes = Buffer.from((await chunks.findOne({ _id }))!.bytes.buffer);
  bytes[bytes.length - 1]! ^= 1;
  await chunks.updateOne({ _id }, { $set: { bytes: new mongo.Binary(bytes) } });
}
