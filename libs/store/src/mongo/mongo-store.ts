import type { Randomness } from '@salvatempo/kernel';
import type { Connection } from 'mongoose';
import { BlobSeal } from '../blobs/blob-seal';
import type { Store } from '../ports';
import { BlobCollection } from './blob-collection';
import { collectionOf, type BlobRecord, type ChunkRecord, type CounterRecord, type DocumentRecord, type JournalRecord, type KeyDocument, type ParkedRecord } from './collections';
import { Counters } from './counters';
import { DocumentCollection } from './document-collection';
import { durableConnection } from './durable-connection';
import { JournalCollection } from './journal-collection';
import { KeyCollection } from './key-collection';
import { MongoAccess } from './mongo-access';
import { ParkingCollection } from './parking-collection';
import { RowCollections } from './row-collections';

export interface MongoOptions {
  /** `mongodb://...`, without a write concern of its own. */
  readonly url: string;
  /** Each service has its own. */
  readonly database: string;
  /** 32 bytes; without the same ones, stored files can't be read. */
  readonly blobKey: Uint8Array;
  readonly randomness: Randomness;
  /** Called with the name of each durable step right before and right after it. */
  readonly reach?: (point: string) => void;
}

/**
 * The store on MongoDB or what speaks its protocol: guarded writes of single documents, no session and no transaction, since one
 * of the supported servers accepts those and does nothing.
 */
export class MongoStore implements Store {
  private closing: Promise<void> | undefined;

  private constructor(
    private readonly access: MongoAccess,
    private readonly connection: Connection,
    private readonly counters: Counters,
    readonly documents: DocumentCollection,
    readonly journal: JournalCollection,
    readonly rows: RowCollections,
    readonly keys: KeyCollection,
    readonly parking: ParkingCollection,
    readonly blobs: BlobCollection,
  ) {}

  /** Connects, and makes the indexes that aren't there. Throws StoreUnavailableError; StoreRefusedError for a weak write concern. */
  static async open({ url, database, blobKey, randomness, reach }: MongoOptions): Promise<MongoStore> {
    const connection = await durableConnection(url, database);
    const access = new MongoAccess(reach);
    try {
      return await access.run(async () => {
        const counters = new Counters(await collectionOf<CounterRecord>(connection, 'counters'));
        return new MongoStore(
          access,
          connection,
          counters,
          new DocumentCollection(access, await collectionOf<DocumentRecord>(connection, 'documents')),
          new JournalCollection(access, await collectionOf<JournalRecord>(connection, 'journal'), counters),
          new RowCollections(access, connection),
          new KeyCollection(access, await collectionOf<KeyDocument>(connection, 'keys')),
          new ParkingCollection(access, await collectionOf<ParkedRecord>(connection, 'parked'), await collectionOf<CounterRecord>(connection, 'failures'), counters),
          new BlobCollection(access, await collectionOf<BlobRecord>(connection, 'blobs'), await collectionOf<ChunkRecord>(connection, 'chunks'), new BlobSeal(blobKey, randomness), randomness),
        );
      });
    } catch (error) {
      await connection.close();
      throw error;
    }
  }

  /** A write, since whether the server takes those is the question. */
  async ping(): Promise<void> {
    await this.access.run(() => this.counters.take('ping'));
  }

  close(): Promise<void> {
    this.closing ??= this.access.close().then(() => this.connection.close());
    return this.closing;
  }
}
