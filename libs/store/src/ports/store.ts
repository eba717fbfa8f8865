import type { BlobStore } from './blobs';
import type { DocumentStore } from './documents';
import type { Journal } from './journal';
import type { KeyStore } from './keys';
import type { ParkingStore } from './parking';
import type { RowStore } from './rows';

/** All that a service keeps. One adapter provides the whole of it, so that nothing is durable in one place and lost in another. */
export interface Store {
  readonly documents: DocumentStore;
  readonly journal: Journal;
  readonly rows: RowStore;
  readonly keys: KeyStore;
  readonly parking: ParkingStore;
  readonly blobs: BlobStore;
  /** True where nobody but this process can write: then what it committed last is what is stored, and needn't be read again. */
  readonly soleWriter?: boolean;
  /** Resolves if a write can be made durable now. Throws StoreUnavailableError. */
  ping(): Promise<void>;
  /** Finishes what is under way and closes; every later call throws StoreUnavailableError. */
  close(): Promise<void>;
}
