import type { Instant } from '@salvatempo/kernel';
import type { mongo } from 'mongoose';
import type { KeyRecord, KeyStore } from '../ports';
import type { KeyDocument } from './collections';
import { isDuplicate, type MongoAccess } from './mongo-access';

/** A key that is released and claimed over and over while somebody looks is looked at so often. */
const CLAIM_TRIES = 100;

/** Idempotency keys; the first to insert its `_id` has it. */
export class KeyCollection implements KeyStore {
  constructor(
    private readonly access: MongoAccess,
    private readonly records: mongo.Collection<KeyDocument>,
  ) {}

  async claim({ id, ...rest }: KeyRecord): Promise<KeyRecord | undefined> {
    return this.access.between('key', async () => {
      for (let tries = 1; ; tries++) {
        try {
          await this.records.insertOne({ _id: id, ...rest });
          return undefined;
        } catch (error) {
          if (!isDuplicate(error) || tries === CLAIM_TRIES) throw error;
        }
        const stored = await this.records.findOne({ _id: id });
        if (stored !== null) return recordOf(stored);
      }
    });
  }

  async renew(id: string, from: Instant, to: Instant): Promise<boolean> {
    const { matchedCount } = await this.access.run(() => this.records.updateOne({ _id: id, deadlineAt: from, answer: { $exists: false } }, { $set: { deadlineAt: to } }));
    return matchedCount === 1;
  }

  async answer(id: string, answer: string): Promise<void> {
    await this.access.between('answer', () => this.records.updateOne({ _id: id, answer: { $exists: false } }, { $set: { answer } }));
  }

  async release(id: string): Promise<void> {
    await this.access.run(() => this.records.deleteOne({ _id: id, answer: { $exists: false } }));
  }

  async forget(createdBefore: Instant, limit: number): Promise<number> {
    return this.access.run(async () => {
      const old = await this.records.find({ createdAt: { $lte: createdBefore } }, { projection: { _id: 1 } }).limit(limit).toArray();
      if (old.length === 0) return 0;
      return (await this.records.deleteMany({ _id: { $in: old.map(({ _id }) => _id) } })).deletedCount;
    });
  }
}

const recordOf = ({ _id, bodyHash, createdAt, deadlineAt, answer }: KeyDocument): KeyRecord => ({
  id: _id,
  bodyHash,
  createdAt,
  deadlineAt,
  ...(answer === undefined ? {} : { answer }),
});
