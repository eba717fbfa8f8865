import { BoundedMap, type Json } from '@salvatempo/kernel';
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

/** Rows written lately are kept as they were written, since the next event of the same thing reads them first. */
const MAX_LATEST = 25_000;

const keyOf = ({ name }: RowModel, id: string): string => `${name}/${id}`;

/** Rows of read models. */
export class RowTable implements RowStore {
  /** Answers come in the order of the writes, so the last one written is the last one kept. */
  private readonly latest = new BoundedMap<string, RowRecord>(MAX_LATEST);

  constructor(private readonly access: Access) {}

  async get(model: RowModel, id: string): Promise<Row | undefined> {
    const found = this.latest.get(keyOf(model, id)) ?? this.access.reader.one<RowRecord>(`SELECT ${COLUMNS} FROM rows r WHERE model = ? AND id = ?`, model.name, id);
    return found && rowOf(found);
  }

  async put(model: RowModel, row: Row, after = row.sequence - 1): Promise<boolean> {
    assertRow(model, row, after);
    const { id, tenant, sequence, order: place } = row;
    const record: RowRecord = { id, tenant, sequence, place, indexed: JSON.stringify(row.indexed), value: JSON.stringify(row.value) };
    const keys = model.indexes.map((name) => keyStep(model, row, name));
    const written = (await this.access.writer.write([rowStep(model, record, after, this.latest.get(keyOf(model, id))), ...keys])) === DONE;
    if (written) this.latest.set(keyOf(model, id), record);
    return written;
  }

  async query(model: RowModel, query: RowQuery): Promise<readonly Row[]> {
    assertQuery(model, query);
    const { sql, params } = querySql(model, query);
    return this.access.reader.all<RowRecord>(sql, ...params).map(rowOf);
  }

  async clear(model: RowModel): Promise<void> {
    await this.access.writer.write([step('clearRowKeys', [model.name]), step('clearRows', [model.name])]);
    // Only when a read model is made anew, and then all of it.
    this.latest.clear();
  }
}

/** What is known of the row counts only where it is the version that this one follows, which the write itself looks at again. */
function rowStep({ name: model }: RowModel, { id, tenant, sequence, place, indexed, value }: RowRecord, after: number, known: RowRecord | undefined): Step {
  const params = [model, id, tenant, sequence, place, indexed, value];
  if (after === 0) return step('insertRow', params, 'guard');
  const stands = known?.sequence === after && known.tenant === tenant && known.place === place;
  return stands ? step('refreshRow', [model, id, sequence, indexed, value, after], 'guard') : step('updateRow', [...params, after], 'guard');
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
