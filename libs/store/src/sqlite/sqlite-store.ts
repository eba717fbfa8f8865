import type { Randomness } from '@salvatempo/kernel';
import { BlobSeal } from '../blobs/blob-seal';
import type { Store } from '../ports';
import { BlobTable } from './blob-table';
import type { Access } from './access';
import { copyDataFile } from './copy-data-file';
import { dataFile, lockDataDir, prepareDataFile } from './data-files';
import { DocumentTable } from './document-table';
import { GroupWriter, step } from './group-writer';
import { JournalTable } from './journal-table';
import { KeyTable } from './key-table';
import { LogTable } from './log-table';
import { ParkingTable } from './parking-table';
import { Reader } from './reader';
import { RowTable } from './row-table';
import { PAGE_BYTES } from './schema';

export interface SqliteOptions {
  readonly dataDir: string;
  /** 32 bytes; without the same ones, stored files can't be read. */
  readonly blobKey: Uint8Array;
  readonly randomness: Randomness;
  /** Pages of 4 KiB that the file may have; for trying out a full disk. */
  readonly maxPages?: number;
  /** Called with the name of each durable step right before and right after it. */
  readonly reach?: (point: string) => void;
}

/** The embedded store: one SQLite file (WAL, full sync), written in groups by a thread of its own. */
export class SqliteStore implements Store {
  /** The lock on the data directory sees to it. */
  readonly soleWriter = true;
  readonly documents: DocumentTable;
  readonly journal: JournalTable;
  readonly rows: RowTable;
  readonly keys: KeyTable;
  readonly parking: ParkingTable;
  readonly blobs: BlobTable;
  /** What the embedded event log is kept in. */
  readonly log: LogTable;

  constructor(
    private readonly access: Access,
    private readonly options: SqliteOptions,
    private readonly lock: { close(): void },
  ) {
    this.documents = new DocumentTable(access);
    this.journal = new JournalTable(access);
    this.rows = new RowTable(access);
    this.keys = new KeyTable(access);
    this.parking = new ParkingTable(access);
    this.blobs = new BlobTable(access, new BlobSeal(options.blobKey, options.randomness));
    this.log = new LogTable(access);
  }

  async ping(): Promise<void> {
    await this.access.writer.write([step('ping', [])]);
  }

  /** Copies everything as it stands now into a new file, while writes go on. Throws Error; then a part of it may be left. */
  backupTo(file: string): Promise<void> {
    return copyDataFile(dataFile(this.options.dataDir), file);
  }

  async close(): Promise<void> {
    await this.access.writer.close();
    this.access.reader.close();
    this.lock.close();
  }
}

/**
 * Opens the store of a data directory, made if it isn't there. Throws StoreRefusedError where another process has it, or the
 * file is damaged or of a newer program.
 */
export async function openSqliteStore(options: SqliteOptions): Promise<SqliteStore> {
  const lock = lockDataDir(options.dataDir);
  try {
    const file = dataFile(options.dataDir);
    prepareDataFile(file);
    const maxPages = options.maxPages === undefined ? undefined : Math.ceil((options.maxPages * 4_096) / PAGE_BYTES);
    const writer = await GroupWriter.start({ file, maxPages });
    return new SqliteStore({ writer, reader: new Reader(file), reach: options.reach ?? (() => undefined) }, options, lock);
  } catch (error) {
    lock.close();
    throw error;
  }
}
