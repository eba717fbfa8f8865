import type { BlobSeal } from '../blobs/blob-seal';
import { BlobDamagedError, BlobExistsError, type BlobStore } from '../ports';
import type { Access } from './access';
import { step } from './group-writer';
import { DONE } from './writer-protocol';

interface PartRecord {
  part: number;
  parts: number;
  digest: string;
  bytes: Uint8Array;
}

/** Files, all chunks of one written at once. */
export class BlobTable implements BlobStore {
  constructor(
    private readonly access: Access,
    private readonly seal: BlobSeal,
  ) {}

  async put(id: string, bytes: Uint8Array): Promise<void> {
    const { digest, chunks } = this.seal.seal(id, bytes);
    const steps = chunks.map((chunk, part) => step('insertBlobPart', [id, part, chunks.length, digest, chunk], 'guard'));
    const result = await this.access.writer.write(steps);
    if (result !== DONE && this.parts(id)[0]?.digest !== digest) throw new BlobExistsError(id);
  }

  async get(id: string): Promise<Uint8Array | undefined> {
    const records = this.parts(id);
    if (records.length === 0) return undefined;
    const { parts, digest } = records[0]!;
    if (records.length !== parts) throw new BlobDamagedError(id);
    return this.seal.open(id, { digest, chunks: records.map(({ bytes }) => Buffer.from(bytes)) });
  }

  async remove(id: string): Promise<void> {
    await this.access.writer.write([step('removeBlob', [id])]);
  }

  private parts(id: string): readonly PartRecord[] {
    return this.access.reader.all<PartRecord>('SELECT part, parts, digest, bytes FROM blobs WHERE id = ? ORDER BY part', id);
  }
}
