import type { Randomness } from '@salvatempo/kernel';
import { mongo } from 'mongoose';
import type { BlobSeal } from '../blobs/blob-seal';
import { BlobDamagedError, BlobExistsError, type BlobStore } from '../ports';
import type { BlobRecord, ChunkRecord } from './collections';
import { isDuplicate, type MongoAccess } from './mongo-access';

const UPLOAD_BYTES = 12;
const chunkId = (upload: string, part: number): string => `${upload}/${String(part).padStart(4, '0')}`;
const chunkIds = ({ upload, parts }: Pick<BlobRecord, 'upload' | 'parts'>): string[] => Array.from({ length: parts }, (_, part) => chunkId(upload, part));

/**
 * Files. The chunks are written first, under the name of this upload; the one record that names the upload makes the file, whole
 * or not at all. Chunks of an upload that was cut off are seen by nobody.
 */
export class BlobCollection implements BlobStore {
  constructor(
    private readonly access: MongoAccess,
    private readonly records: mongo.Collection<BlobRecord>,
    private readonly chunks: mongo.Collection<ChunkRecord>,
    private readonly seal: BlobSeal,
    private readonly randomness: Randomness,
  ) {}

  async put(id: string, bytes: Uint8Array): Promise<void> {
    const { digest, chunks } = this.seal.seal(id, bytes);
    await this.access.run(async () => {
      // Made here, so that what is tried again doesn't meet its own chunks.
      const upload = Buffer.from(this.randomness.bytes(UPLOAD_BYTES)).toString('hex');
      const record: BlobRecord = { _id: id, upload, parts: chunks.length, digest };
      for (const [part, chunk] of chunks.entries()) await this.chunks.insertOne({ _id: chunkId(upload, part), bytes: new mongo.Binary(chunk) });
      try {
        await this.records.insertOne(record);
      } catch (error) {
        await this.chunks.deleteMany({ _id: { $in: chunkIds(record) } });
        if (!isDuplicate(error)) throw error;
        const stored = await this.records.findOne({ _id: id });
        if (stored?.digest !== digest) throw new BlobExistsError(id);
      }
    });
  }

  async get(id: string): Promise<Uint8Array | undefined> {
    const found = await this.access.run(async () => {
      const record = await this.records.findOne({ _id: id });
      if (record === null) return undefined;
      const chunks = await this.chunks.find({ _id: { $in: chunkIds(record) } }).sort({ _id: 1 }).toArray();
      // Removed meanwhile: then there is no file, rather than a damaged one.
      if (chunks.length < record.parts && (await this.records.findOne({ _id: id }))?.upload !== record.upload) return undefined;
      return { record, chunks };
    });
    if (found === undefined) return undefined;
    const { record, chunks } = found;
    if (chunks.length !== record.parts) throw new BlobDamagedError(id);
    return this.seal.open(id, { digest: record.digest, chunks: chunks.map(({ bytes }) => Buffer.from(bytes.buffer)) });
  }

  async remove(id: string): Promise<void> {
    await this.access.run(async () => {
      const record = await this.records.findOneAndDelete({ _id: id });
      if (record !== null) await this.chunks.deleteMany({ _id: { $in: chunkIds(record) } });
    });
  }
}
