import type { mongo } from 'mongoose';
import type { ParkedMessage, ParkingStore } from '../ports';
import type { CounterRecord, ParkedRecord } from './collections';
import type { Counters } from './counters';
import { isDuplicate, type MongoAccess } from './mongo-access';

const idOf = (group: string, delivery: string): string => `${group}/${delivery}`;

/** Messages set aside, and how often a delivery failed. */
export class ParkingCollection implements ParkingStore {
  constructor(
    private readonly access: MongoAccess,
    private readonly records: mongo.Collection<ParkedRecord>,
    private readonly failures: mongo.Collection<CounterRecord>,
    private readonly counters: Counters,
  ) {}

  async countFailure(group: string, delivery: string): Promise<number> {
    const update = { $inc: { count: 1 } };
    const counted = await this.access.run(() => this.failures.findOneAndUpdate({ _id: idOf(group, delivery) }, update, { upsert: true, returnDocument: 'after' }));
    return counted!.count;
  }

  async park(message: ParkedMessage): Promise<void> {
    const _id = idOf(message.group, message.delivery);
    await this.access.run(async () => {
      try {
        await this.records.insertOne({ _id, position: (await this.counters.take('parked')) + 1, ...message });
      } catch (error) {
        if (!isDuplicate(error)) throw error;
        if (message.reason === 'parked') await this.records.updateOne({ _id }, { $set: { reason: 'parked' }, $unset: { until: '' } });
      }
    });
  }

  async parkedKeys(group: string): Promise<ReadonlyMap<string, ParkedMessage['reason']>> {
    const keys = new Map<string, ParkedMessage['reason']>();
    await this.access.run(async () => {
      const projection = { topic: 1, key: 1, reason: 1 };
      for await (const { topic, key, reason } of this.records.find({ group }, { projection }).sort({ position: 1 })) {
        const place = `${topic}/${key}`;
        if (!keys.has(place)) keys.set(place, reason);
      }
    });
    return keys;
  }

  async messages(group: string, topic: string, key: string, limit: number): Promise<readonly ParkedMessage[]> {
    const found = await this.access.run(() => this.records.find({ group, topic, key }).sort({ position: 1 }).limit(limit).toArray());
    return found.map(({ delivery, value, reason, until }) => ({ group, topic, key, delivery, value, reason, ...(until === undefined ? {} : { until }) }));
  }

  async unpark(group: string, topic: string, key: string, delivery: string): Promise<void> {
    await this.access.run(async () => {
      await this.records.deleteOne({ _id: idOf(group, delivery), topic, key });
      await this.failures.deleteOne({ _id: idOf(group, delivery) });
    });
  }
}
