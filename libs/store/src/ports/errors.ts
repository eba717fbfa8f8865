/** The store can't be reached, is full, or can't promise durability. Nothing is known of the write; try later. */
export class StoreUnavailableError extends Error {
  constructor(
    message: string,
    /** `full` where the disk has no room; `stopped` after a failed sync or when closing. */
    readonly reason: 'full' | 'stopped' | 'unreachable' = 'unreachable',
  ) {
    super(message);
    this.name = 'StoreUnavailableError';
  }
}

/** A document or a message above its limit. The write was refused whole. */
export class DocumentTooLargeError extends Error {
  constructor(
    readonly what: 'document' | 'message' | 'blob',
    readonly id: string,
    readonly bytes: number,
    readonly limitBytes: number,
  ) {
    super(`${what} ${id} has ${bytes} bytes, more than the limit of ${limitBytes}`);
    this.name = 'DocumentTooLargeError';
  }
}

/** The document was written by a newer version of the program. It is left alone. */
export class NewerSchemaError extends Error {
  constructor(
    readonly collection: string,
    readonly id: string,
    readonly found: number,
    readonly known: number,
  ) {
    super(`${collection}/${id} has schema ${found}, this program knows up to ${known}`);
    this.name = 'NewerSchemaError';
  }
}

/** What is to be stored in can't be used as it is; the message says what to do. */
export class StoreRefusedError extends Error {
  constructor(
    readonly code: 'store-in-use' | 'store-corrupt' | 'store-newer' | 'store-weak',
    message: string,
  ) {
    super(message);
    this.name = 'StoreRefusedError';
  }
}

/** A file with this id exists with other bytes. */
export class BlobExistsError extends Error {
  constructor(readonly id: string) {
    super(`the file ${id} exists with other content`);
    this.name = 'BlobExistsError';
  }
}

/** A stored file doesn't decrypt to what was stored. */
export class BlobDamagedError extends Error {
  constructor(readonly id: string) {
    super(`the file ${id} is damaged`);
    this.name = 'BlobDamagedError';
  }
}
