import { BlobExistsError } from '../ports';

/** Files on the simulated disk. */
export class BlobTable {
  private readonly files = new Map<string, Uint8Array>();

  /** Throws BlobExistsError. */
  put(id: string, bytes: Uint8Array): void {
    const found = this.files.get(id);
    if (found && Buffer.compare(found, bytes) !== 0) throw new BlobExistsError(id);
    this.files.set(id, bytes);
  }

  get(id: string): Uint8Array | undefined {
    const found = this.files.get(id);
    return found && new Uint8Array(found);
  }

  remove(id: string): void {
    this.files.delete(id);
  }
}
