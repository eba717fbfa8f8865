import { createCipheriv, createDecipheriv, createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Randomness } from '@salvatempo/kernel';
import { BLOB_CHUNK_BYTES, BlobDamagedError, DocumentTooLargeError, MAX_BLOB_BYTES } from '../ports';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** A file as it is stored: chunks in their order, and a keyed digest of the whole. */
export interface SealedBlob {
  readonly digest: string;
  /** At least one; a file of no bytes has an empty one. */
  readonly chunks: readonly Buffer[];
}

/** Files in encrypted chunks: AES-256-GCM, each bound to its file, its place and the number of chunks. Every adapter stores these. */
export class BlobSeal {
  constructor(
    /** 32 bytes. */
    private readonly key: Uint8Array,
    private readonly randomness: Randomness,
  ) {}

  /** Throws DocumentTooLargeError above MAX_BLOB_BYTES. */
  seal(id: string, bytes: Uint8Array): SealedBlob {
    if (bytes.length > MAX_BLOB_BYTES) throw new DocumentTooLargeError('blob', id, bytes.length, MAX_BLOB_BYTES);
    const parts = Math.max(1, Math.ceil(bytes.length / BLOB_CHUNK_BYTES));
    const chunkOf = (part: number): Uint8Array => bytes.subarray(part * BLOB_CHUNK_BYTES, (part + 1) * BLOB_CHUNK_BYTES);
    return { digest: this.digestOf(id, bytes), chunks: Array.from({ length: parts }, (_, part) => this.sealChunk(id, part, parts, chunkOf(part))) };
  }

  /** Throws BlobDamagedError for anything but what was sealed under this id. */
  open(id: string, { digest, chunks }: SealedBlob): Uint8Array {
    const bytes = Buffer.concat(chunks.map((chunk, part) => this.openChunk(id, part, chunks.length, chunk)));
    const [is, should] = [Buffer.from(this.digestOf(id, bytes)), Buffer.from(digest)];
    if (is.length !== should.length || !timingSafeEqual(is, should)) throw new BlobDamagedError(id);
    return bytes;
  }

  /** Keyed, so that the digest of a small file doesn't give away what it holds. */
  private digestOf(id: string, bytes: Uint8Array): string {
    return createHmac('sha256', this.key).update(id).update('\0').update(createHash('sha256').update(bytes).digest()).digest('hex');
  }

  private sealChunk(id: string, part: number, parts: number, chunk: Uint8Array): Buffer {
    const nonce = Buffer.from(this.randomness.bytes(NONCE_BYTES));
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce).setAAD(Buffer.from(`${id}/${part}/${parts}`));
    const sealed = Buffer.concat([cipher.update(chunk), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
  }

  private openChunk(id: string, part: number, parts: number, sealed: Buffer): Buffer {
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.key, sealed.subarray(0, NONCE_BYTES)).setAAD(Buffer.from(`${id}/${part}/${parts}`));
      decipher.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
    } catch {
      throw new BlobDamagedError(id);
    }
  }
}
