import type { CommitResult, JournalEntry, PlacedEntry } from '../ports';
import { BlobTable } from './blob-table';
import { DocumentTable, type DocumentRecord, type WrittenCommit } from './document-table';
import { JournalTable } from './journal-table';
import { KeyTable } from './key-table';
import { ParkingTable } from './parking-table';
import { RowTable } from './row-table';

/** What survives a crash. */
export class DiskImage {
  readonly documents = new DocumentTable();
  readonly journal = new JournalTable();
  readonly rows = new RowTable();
  readonly keys = new KeyTable();
  readonly parking = new ParkingTable();
  readonly blobs = new BlobTable();
}

/** Told of what became durable, for traces and invariants. It must not change anything. */
export interface DiskObserver {
  committed?(after: DocumentRecord, before: DocumentRecord | undefined, commit: WrittenCommit): void;
  journaled?(entries: readonly PlacedEntry[]): void;
}

/** A write on its way to the platter: applied at the sync, and answered only then. */
interface Unsynced {
  /** Whose write it is: a crash takes only the writes of the process that died. */
  readonly owner: object;
  apply(): void;
  answer(): void;
}

/**
 * The disk under the simulated store. A write is first only written: nobody sees it and nobody is answered. A sync makes
 * all that was written durable, in order, and each write learns its result then, as in a group commit. A crash makes a
 * prefix of what was written durable, forgets the rest and answers nobody.
 */
export class SimulatedDisk {
  readonly image = new DiskImage();
  /** While true every write is refused for want of room; reads go on. */
  full = false;
  observer: DiskObserver = {};
  private unsynced: Unsynced[] = [];

  get unsyncedWrites(): number {
    return this.unsynced.length;
  }

  /** Hands a write to the disk; resolves with its result after the next sync. */
  write<T>(apply: (image: DiskImage) => T, owner: object = this): Promise<T> {
    return new Promise((resolve, reject) => {
      let answer = (): void => undefined;
      this.unsynced.push({
        owner,
        apply: () => {
          try {
            const result = apply(this.image);
            answer = () => resolve(result);
          } catch (error) {
            answer = () => reject(error as Error);
          }
        },
        answer: () => answer(),
      });
    });
  }

  /** Makes durable what was written until now. */
  sync(): void {
    const group = this.unsynced;
    this.unsynced = [];
    for (const write of group) write.apply();
    for (const write of group) write.answer();
  }

  /**
   * A process dies, or the power goes (`owner` left out: for all). `kept(n)` says how many of its `n` unsynced writes, 0 to
   * `n`, had reached the platter by chance.
   */
  crash(kept: (unsynced: number) => number, owner?: object): void {
    const lost = this.unsynced.filter((write) => owner === undefined || write.owner === owner);
    this.unsynced = this.unsynced.filter((write) => !lost.includes(write));
    for (const write of lost.slice(0, kept(lost.length))) write.apply();
  }

  commit(written: WrittenCommit, image: DiskImage): CommitResult {
    const { collection, id } = written.commit;
    const before = image.documents.record(collection, id);
    const result = image.documents.commit(written);
    if (result === 'committed') this.observer.committed?.(image.documents.record(collection, id)!, before, written);
    return result;
  }

  append(image: DiskImage, service: string, entries: readonly JournalEntry[], at: string): void {
    const added = image.journal.append(service, entries, at);
    if (added.length > 0) this.observer.journaled?.(added);
  }
}
