import type { Instant } from '@salvatempo/kernel';
import type { mongo } from 'mongoose';
import type { Backlog, DocumentRef, Journal, JournalEntry, PlacedEntry } from '../ports';
import type { JournalRecord } from './collections';
import type { Counters } from './counters';
import { isDuplicate, type MongoAccess } from './mongo-access';

/**
 * The journal. Several processes append at once, and an aggregate's entries have to keep their order among the positions: so a
 * position is taken only when everything before it in the same call is known to be there.
 */
export class JournalCollection implements Journal {
  constructor(
    private readonly access: MongoAccess,
    private readonly records: mongo.Collection<JournalRecord>,
    private readonly counters: Counters,
  ) {}

  async append(service: string, entries: readonly JournalEntry[], at: Instant): Promise<void> {
    if (entries.length === 0) return;
    await this.access.between('journal', async () => {
      for (let rest = entries; rest.length > 0; ) rest = rest.slice(await this.appendSome(service, rest, at));
    });
  }

  async unpublished(limit: number): Promise<readonly PlacedEntry[]> {
    return (await this.access.run(() => this.records.find({ published: false }).sort({ position: 1 }).limit(limit).toArray())).map(placedOf);
  }

  async since(afterPosition: number, limit: number): Promise<readonly PlacedEntry[]> {
    return (await this.access.run(() => this.records.find({ position: { $gt: afterPosition } }).sort({ position: 1 }).limit(limit).toArray())).map(placedOf);
  }

  async markPublished(positions: readonly number[]): Promise<void> {
    await this.access.run(() => this.records.updateMany({ position: { $in: [...positions] } }, { $set: { published: true } }));
  }

  async backlog(): Promise<Backlog> {
    return this.access.run(async () => {
      const count = await this.records.countDocuments({ published: false });
      const [oldest] = await this.records.find({ published: false }, { projection: { appendedAt: 1 } }).sort({ appendedAt: 1 }).limit(1).toArray();
      return oldest === undefined ? { count } : { count, oldestAt: oldest.appendedAt };
    });
  }

  async byCausation({ collection, id }: DocumentRef, causationId: string): Promise<readonly JournalEntry[]> {
    const found = await this.access.run(() => this.records.find({ kind: collection, aggregate: id, causationId }).sort({ position: 1 }).toArray());
    return found.map(entryOf);
  }

  async history({ collection, id }: DocumentRef, afterSequence: number, limit: number): Promise<readonly JournalEntry[]> {
    const filter = { kind: collection, aggregate: id, sequence: { $gt: afterSequence } };
    return (await this.access.run(() => this.records.find(filter).sort({ sequence: 1 }).limit(limit).toArray())).map(entryOf);
  }

  /**
   * Inserts in order until one is there already, by another process or an earlier try. Its position may be a later one than
   * those taken here, so what follows it takes new ones. Returns how many of the entries are there now.
   */
  private async appendSome(service: string, entries: readonly JournalEntry[], at: Instant): Promise<number> {
    const first = (await this.counters.take('journal', entries.length)) + 1;
    const records = entries.map((entry, n) => recordOf(service, entry, at, first + n));
    try {
      await this.records.insertMany(records as mongo.OptionalUnlessRequiredId<JournalRecord>[], { ordered: true });
      return entries.length;
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      const [refused] = [(error as mongo.MongoBulkWriteError).writeErrors].flat();
      return refused!.index + 1;
    }
  }
}

function recordOf(service: string, { id, source, ...message }: JournalEntry, appendedAt: Instant, position: number): JournalRecord {
  return { _id: id, position, service, kind: source.collection, aggregate: source.id, appendedAt, published: false, ...message };
}

function entryOf({ _id, kind, aggregate, topic, key, sequence, causationId, body }: JournalRecord): JournalEntry {
  return { id: _id, topic, key, ...(sequence === undefined ? {} : { sequence }), causationId, body, source: { collection: kind, id: aggregate } };
}

const placedOf = (record: JournalRecord): PlacedEntry => ({ ...entryOf(record), position: record.position });
