import { createCipheriv, createDecipheriv, createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Randomness } from '@salvatempo/kernel';
import { BLOB_CHUNK_BYTES, BlobDamagedError, BlobExistsError, DocumentTooLargeError, MAX_BLOB_BYTES, type BlobStore } from '../ports';
import type { Access } from './access';
import { step } from './group-writer';
import { DONE } from './writer-protocol';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

interface PartRecord {
  part: number;
  parts: number;
  digest: string;
  bytes: Uint8Array;
}

/** Files in encrypted chunks: AES-256-GCM, each bound to its file, its place and the number of chunks. */
export class BlobTable implements BlobStore {
  constructor(
    private readonly access: Access,
    /** 32 bytes. */
    private readonly key: Uint8Array,
    private readonly randomness: Randomness,
  ) {}

  async put(id: string, bytes: Uint8Array): Promise<void> {
    if (bytes.length > MAX_BLOB_BYTES) throw new DocumentTooLargeError('blob', id, bytes.length, MAX_BLOB_BYTES);
    const digest = this.digestOf(id, bytes);
    const parts = Math.max(1, Math.ceil(bytes.length / BLOB_CHUNK_BYTES));
    const steps = Array.from({ length: parts }, (_, part) => {
      const chunk = bytes.subarray(part * BLOB_CHUNK_BYTES, (part + 1) * BLOB_CHUNK_BYTES);
      return step('insertBlobPart', [id, part, parts, digest, this.seal(id, part, parts, chunk)], 'guard');
    });
    const result = await this.access.writer.write(steps);
    if (result !== DONE && this.parts(id)[0]?.digest !== digest) throw new BlobExistsError(id);
  }

  async get(id: string): Promise<Uint8Array | undefined> {
    const records = this.parts(id);
    if (records.length === 0) return undefined;
    if (records.length !== records[0]!.parts) throw new BlobDamagedError(id);
    const bytes = Buffer.concat(records.map(({ part, parts, bytes: sealed }) => this.unseal(id, part, parts, Buffer.from(sealed))));
    const [is, should] = [Buffer.from(this.digestOf(id, bytes)), Buffer.from(records[0]!.digest)];
    if (is.length !== should.length || !timingSafeEqual(is, should)) throw new BlobDamagedError(id);
    return bytes;
  }

  async remove(id: string): Promise<void> {
    await this.access.writer.write([step('removeBlob', [id])]);
  }

  private parts(id: string): readonly PartRecord[] {
    return this.access.reader.all<PartRecord>('SELECT part, parts, digest, bytes FROM blobs WHERE id = ? ORDER BY part', id);
  }

  /** Keyed, so that the digest of a small file doesn't give away what it holds. */
  private digestOf(id: string, bytes: Uint8Array): string {
    return createHmac('sha256', this.key).update(id).update('\0').update(createHash('sha256').update(bytes).digest()).digest('hex');
  }

  private seal(id: string, part: number, parts: number, chunk: Uint8Array): Buffer {
    const nonce = Buffer.from(this.randomness.bytes(NONCE_BYTES));
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce).setAAD(Buffer.from(`${id}/${part}/${parts}`));
    const sealed = Buffer.concat([cipher.update(chunk), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
  }

  private unseal(id: string, part: number, parts: number, sealed: Buffer): Buffer {
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.key, sealed.subarray(0, NONCE_BYTES)).setAAD(Buffer.from(`${id}/${part}/${parts}`));
      decipher.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
    } catch {
      throw new BlobDamagedError(id);
    }
  }
}
