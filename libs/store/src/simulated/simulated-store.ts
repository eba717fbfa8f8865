import {
  DocumentTooLargeError,
  MAX_BLOB_BYTES,
  StoreUnavailableError,
  assertQuery,
  assertRow,
  serialiseCommit,
  type BlobStore,
  type CommitResult,
  type DocumentStore,
  type Journal,
  type KeyStore,
  type ParkingStore,
  type RowStore,
  type Store,
} from '../ports';
import { DiskAccess } from './disk-access';
import { immediately, noFaults, type Faults, type Schedule } from './schedule';
import { SimulatedDisk } from './simulated-disk';

/** What one incarnation of the product sees of the disk. Several may use one disk, one after the other or together. */
export class SimulatedStore implements Store {
  readonly documents: DocumentStore;
  readonly journal: Journal;
  readonly rows: RowStore;
  readonly keys: KeyStore;
  readonly parking: ParkingStore;
  readonly blobs: BlobStore;
  private readonly access: DiskAccess;

  constructor(
    disk: SimulatedDisk,
    schedule: Schedule = immediately,
    faults: Faults = noFaults,
    /** Only where no other process will use the disk as long as this one lives. */
    readonly soleWriter = false,
  ) {
    this.access = new DiskAccess(disk, schedule, faults);
    this.documents = documents(this.access);
    this.journal = journal(this.access);
    this.rows = rows(this.access);
    this.keys = keys(this.access);
    this.parking = parking(this.access);
    this.blobs = blobs(this.access);
  }

  ping(): Promise<void> {
    return this.access.read('ping', () => {
      if (this.access.disk.full) throw new StoreUnavailableError('the simulated disk is full', 'full');
    });
  }

  /** The process dies: of its unsynced writes, `kept(n)` of `n` had reached the platter by chance; the rest is lost. */
  crash(kept: (unsynced: number) => number): void {
    this.access.crash(kept);
  }

  close(): Promise<void> {
    this.access.close();
    return Promise.resolve();
  }
}

/** A store in memory that answers at once and never fails: for tests of one service. */
export const memoryStore = (): Store => new SimulatedStore(new SimulatedDisk());

const documents = (access: DiskAccess): DocumentStore => ({
  load: (collection, id) => access.read('documents.load', (image) => image.documents.load(collection, id)),
  read: (collection, id) => access.read('documents.load', (image) => image.documents.load(collection, id)),
  // Serialised before it travels: what the caller changes afterwards isn't written, and what can't be stored never leaves.
  commit: async (commit) => {
    const written = {
      commit: { ...commit, messages: [...commit.messages], inbox: [...commit.inbox] },
      texts: serialiseCommit(commit),
    };
    return access.write<CommitResult>(
      'documents.commit',
      (image) => access.disk.commit(written, image),
      () => 'conflict',
    );
  },
  restore: async (moved, at) => {
    const { state: _state, personal: _personal, ...document } = structuredClone(moved);
    const texts = serialiseCommit({ ...moved, messages: moved.outbox });
    return access.write('documents.restore', (image) => image.documents.restore({ document, texts, at }));
  },
  acknowledge: (ref, ids) => access.write('documents.acknowledge', (image) => image.documents.acknowledge(ref, ids)),
  pendingOutboxes: (limit) =>
    access.read('documents.pendingOutboxes', (image) => image.documents.pendingOutboxes(limit)),
  due: (at, limit) => access.read('documents.due', (image) => image.documents.due(at, limit)),
  nextDeadline: () => access.read('documents.nextDeadline', (image) => image.documents.nextDeadline()),
  waiting: () => access.read('documents.waiting', (image) => image.documents.waiting()),
  scan: (collection, afterId, limit) =>
    access.read('documents.scan', (image) => image.documents.scan(collection, afterId, limit)),
  collections: () => access.read('documents.collections', (image) => image.documents.collections()),
});

const journal = (access: DiskAccess): Journal => ({
  append: (service, entries, at) => {
    const copies = entries.map((entry) => ({ ...entry }));
    return access.write('journal.append', (image) => access.disk.append(image, service, copies, at));
  },
  since: (afterPosition, limit) => access.read('journal.since', (image) => image.journal.since(afterPosition, limit)),
  unpublished: (limit) => access.read('journal.unpublished', (image) => image.journal.unpublished(limit)),
  markPublished: (positions) =>
    access.write('journal.markPublished', (image) => image.journal.markPublished(positions)),
  backlog: () => access.read('journal.backlog', (image) => image.journal.backlog()),
  byCausation: (source, id) => access.read('journal.byCausation', (image) => image.journal.byCausation(source, id)),
  history: (source, after, limit) =>
    access.read('journal.history', (image) => image.journal.history(source, after, limit)),
});

const rows = (access: DiskAccess): RowStore => ({
  get: (model, id) => access.read('rows.get', (image) => image.rows.get(model, id)),
  put: async (model, row, after = row.sequence - 1) => {
    assertRow(model, row, after);
    const copy = structuredClone(row);
    return access.write('rows.put', (image) => image.rows.put(model, copy, after));
  },
  query: async (model, query) => {
    assertQuery(model, query);
    return access.read('rows.query', (image) => image.rows.query(query, model));
  },
  clear: (model) => access.write('rows.clear', (image) => image.rows.clear(model)),
});

const keys = (access: DiskAccess): KeyStore => ({
  claim: (record) => access.write('keys.claim', (image) => image.keys.claim({ ...record })),
  renew: (id, from, to) => access.write('keys.renew', (image) => image.keys.renew(id, from, to)),
  answer: (id, answer) => access.write('keys.answer', (image) => image.keys.answer(id, answer)),
  release: (id) => access.write('keys.release', (image) => image.keys.release(id)),
  forget: (before, limit) => access.write('keys.forget', (image) => image.keys.forget(before, limit)),
});

const parking = (access: DiskAccess): ParkingStore => ({
  countFailure: (group, delivery) =>
    access.write('parking.countFailure', (image) => image.parking.countFailure(group, delivery)),
  park: (message) => access.write('parking.park', (image) => image.parking.park({ ...message })),
  parkedKeys: (group) => access.read('parking.parkedKeys', (image) => image.parking.parkedKeys(group)),
  messages: (group, topic, key, limit) =>
    access.read('parking.messages', (image) => image.parking.messages(group, topic, key, limit)),
  unpark: (group, topic, key, delivery) =>
    access.write('parking.unpark', (image) => image.parking.unpark(group, topic, key, delivery)),
});

const blobs = (access: DiskAccess): BlobStore => ({
  put: async (id, bytes) => {
    if (bytes.length > MAX_BLOB_BYTES) throw new DocumentTooLargeError('blob', id, bytes.length, MAX_BLOB_BYTES);
    const copy = new Uint8Array(bytes);
    return access.write('blobs.put', (image) => image.blobs.put(id, copy));
  },
  get: (id) => access.read('blobs.get', (image) => image.blobs.get(id)),
  remove: (id) => access.write('blobs.remove', (image) => image.blobs.remove(id)),
});
