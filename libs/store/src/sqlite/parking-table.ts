import type { ParkedMessage, ParkingStore } from '../ports';
import type { Access } from './access';
import { step } from './group-writer';

interface ParkedRecord {
  grp: string;
  topic: string;
  key: string;
  delivery: string;
  value: string;
  reason: ParkedMessage['reason'];
  until: string | null;
}

/** Messages set aside, and how often a delivery failed. */
export class ParkingTable implements ParkingStore {
  constructor(private readonly access: Access) {}

  async countFailure(group: string, delivery: string): Promise<number> {
    await this.access.writer.write([step('countFailure', [group, delivery])]);
    return this.access.reader.one<{ count: number }>('SELECT count FROM failures WHERE grp = ? AND delivery = ?', group, delivery)!.count;
  }

  async park({ group, topic, key, delivery, value, reason, until }: ParkedMessage): Promise<void> {
    await this.access.writer.write([step('park', [group, topic, key, delivery, value, reason, until ?? null])]);
  }

  async parkedKeys(group: string): Promise<ReadonlyMap<string, ParkedMessage['reason']>> {
    const sql = 'SELECT topic, key, reason, MIN(position) FROM parked WHERE grp = ? GROUP BY topic, key';
    return new Map(this.access.reader.all<ParkedRecord>(sql, group).map(({ topic, key, reason }) => [`${topic}/${key}`, reason]));
  }

  async messages(group: string, topic: string, key: string, limit: number): Promise<readonly ParkedMessage[]> {
    const sql = 'SELECT * FROM parked WHERE grp = ? AND topic = ? AND key = ? ORDER BY position LIMIT ?';
    return this.access.reader.all<ParkedRecord>(sql, group, topic, key, limit).map(({ delivery, value, reason, until }) => ({
      group,
      topic,
      key,
      delivery,
      value,
      reason,
      ...(until === null ? {} : { until }),
    }));
  }

  async unpark(group: string, topic: string, key: string, delivery: string): Promise<void> {
    await this.access.writer.write([step('unpark', [group, topic, key, delivery]), step('forgetFailures', [group, delivery])]);
  }
}
