/** Files, encrypted in chunks at rest. Methods may throw StoreUnavailableError. */
export interface BlobStore {
  /** Stores a file whole or not at all; replacing one is refused (BlobExistsError) unless the bytes are the same. `bytes` up to MAX_BLOB_BYTES. */
  put(id: string, bytes: Uint8Array): Promise<void>;
  /** The file, or undefined. Throws BlobDamagedError if a chunk doesn't decrypt to what was stored. */
  get(id: string): Promise<Uint8Array | undefined>;
  /** Removes a file; one that isn't there is no error. */
  remove(id: string): Promise<void>;
}

export const MAX_BLOB_BYTES = 10 * 1_048_576;
export const BLOB_CHUNK_BYTES = 65_536;
