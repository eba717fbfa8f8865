import type { Json } from '@salvatempo/kernel';
import type { Connection, mongo } from 'mongoose';
import { assertQuery, assertRow, type Row, type RowModel, type RowQuery, type RowStore } from '../ports';
import { collectionOf, rowIndexes, type RowRecord } from './collections';
import { isDuplicate, type MongoAccess } from './mongo-access';

/** Rows of read models, one collection each, with the indexes that the model declares. */
export class RowCollections implements RowStore {
  private readonly opened = new Map<string, Promise<mongo.Collection<RowRecord>>>();

  constructor(
    private readonly access: MongoAccess,
    private readonly connection: Connection,
  ) {}

  async get(model: RowModel, id: string): Promise<Row | undefined> {
    const record = await this.access.run(async () => (await this.recordsOf(model)).findOne({ _id: id }));
    return record === null ? undefined : rowOf(record);
  }

  async put(model: RowModel, row: Row, after = row.sequence - 1): Promise<boolean> {
    assertRow(model, row, after);
    const { id, sequence, ...rest } = JSON.parse(JSON.stringify(row)) as Row;
    return this.access.run(async () => {
      const records = await this.recordsOf(model);
      if (after !== 0) return (await records.updateOne({ _id: id, sequence: after }, { $set: { sequence, ...rest } })).matchedCount === 1;
      try {
        await records.insertOne({ _id: id, sequence, ...rest });
        return true;
      } catch (error) {
        if (isDuplicate(error)) return false;
        throw error;
      }
    });
  }

  async query(model: RowModel, query: RowQuery): Promise<readonly Row[]> {
    assertQuery(model, query);
    const { tenancy, where = {}, after, limit, newestFirst = false } = query;
    const filter = {
      ...('tenant' in tenancy ? { tenant: tenancy.tenant } : {}),
      ...Object.fromEntries(Object.entries(where).map(([name, value]) => [`indexed.${name}`, value])),
      ...(after === undefined ? {} : { order: newestFirst ? { $lt: after } : { $gt: after } }),
    };
    const found = await this.access.run(async () => {
      const records = await this.recordsOf(model);
      return records.find(filter).sort({ order: newestFirst ? -1 : 1 }).limit(limit).toArray();
    });
    return found.map(rowOf);
  }

  async clear(model: RowModel): Promise<void> {
    await this.access.run(async () => (await this.recordsOf(model)).deleteMany({}));
  }

  /** A failure isn't remembered: the next call tries again. */
  private async recordsOf({ name, indexes }: RowModel): Promise<mongo.Collection<RowRecord>> {
    const collection = `rows.${name}`;
    const opening = this.opened.get(name) ?? collectionOf<RowRecord>(this.connection, collection, rowIndexes(indexes));
    this.opened.set(name, opening);
    try {
      return await opening;
    } catch (error) {
      this.opened.delete(name);
      if (this.connection.models[collection]) this.connection.deleteModel(collection);
      throw error;
    }
  }
}

const rowOf = ({ _id, tenant, sequence, order, indexed, value }: RowRecord): Row => ({ id: _id, tenant, sequence, order, indexed, value: value as Json });
