import type { Json } from '@salvatempo/kernel';
import { assertQuery, assertRow, type Row, type RowModel, type RowQuery, type RowStore } from '../ports';
import type { Access } from './access';
import { step, type Step } from './group-writer';
import { DONE } from './writer-protocol';

interface RowRecord {
  id: string;
  tenant: string;
  sequence: number;
  place: string;
  indexed: string;
  value: string;
}

const rowOf = ({ id, tenant, sequence, place, indexed, value }: RowRecord): Row => ({
  id,
  tenant,
  sequence,
  order: place,
  indexed: JSON.parse(indexed) as Record<string, string>,
  value: JSON.parse(value) as Json,
});

const COLUMNS = 'r.id, r.tenant, r.sequence, r.place, r.indexed, r.value';

/** Rows of read models. */
export class RowTable implements RowStore {
  constructor(private readonly access: Access) {}

  async get(model: RowModel, id: string): Promise<Row | undefined> {
    const found = this.access.reader.one<RowRecord>(`SELECT ${COLUMNS} FROM rows r WHERE model = ? AND id = ?`, model.name, id);
    return found && rowOf(found);
  }

  async put(model: RowModel, row: Row): Promise<boolean> {
    assertRow(model, row);
    const params = [model.name, row.id, row.tenant, row.sequence, row.order, JSON.stringify(row.indexed), JSON.stringify(row.value)];
    const write = step(row.sequence === 1 ? 'insertRow' : 'updateRow', params, 'guard');
    const keys = model.indexes.map((name) => keyStep(model, row, name));
    return (await this.access.writer.write([write, ...keys])) === DONE;
  }

  async query(model: RowModel, query: RowQuery): Promise<readonly Row[]> {
    assertQuery(model, query);
    const { sql, params } = querySql(model, query);
    return this.access.reader.all<RowRecord>(sql, ...params).map(rowOf);
  }

  async clear(model: RowModel): Promise<void> {
    await this.access.writer.write([step('clearRowKeys', [model.name]), step('clearRows', [model.name])]);
  }
}

function keyStep({ name: model }: RowModel, { id, indexed, tenant, order }: Row, name: string): Step {
  const value = indexed[name];
  return value === undefined ? step('dropRowKey', [model, id, name]) : step('setRowKey', [model, id, name, value, tenant, order]);
}

/** One condition is looked up in the index of declared columns; further ones filter what it finds. */
export function querySql(model: RowModel, query: RowQuery): { readonly sql: string; readonly params: readonly unknown[] } {
  const [first, ...others] = Object.entries(query.where ?? {});
  const from = first ? 'row_keys k CROSS JOIN rows r ON r.row = k.row' : 'rows r';
  const by = first ? 'k' : 'r';
  const conditions = [`${by}.model = ?`];
  const params: unknown[] = [model.name];
  const add = (condition: string, ...values: readonly unknown[]): void => {
    conditions.push(condition);
    params.push(...values);
  };
  if (first) add('k.name = ? AND k.value = ?', first[0], first[1]);
  if ('tenant' in query.tenancy) add(`${by}.tenant = ?`, query.tenancy.tenant);
  for (const [name, value] of others) add('json_extract(r.indexed, ?) = ?', `$."${name}"`, value);
  if (query.after !== undefined) add(`${by}.place ${query.newestFirst ? '<' : '>'} ?`, query.after);
  const direction = query.newestFirst ? 'DESC' : 'ASC';
  return { sql: `SELECT ${COLUMNS} FROM ${from} WHERE ${conditions.join(' AND ')} ORDER BY ${by}.place ${direction} LIMIT ?`, params: [...params, query.limit] };
}
