import { assertStorable } from '@salvatempo/kernel';
import type { Row, RowModel, RowQuery } from '../ports';

/** The read models on the simulated disk. */
export class RowTable {
  private readonly models = new Map<string, Map<string, string>>();

  get(model: RowModel, id: string): Row | undefined {
    const text = this.models.get(model.name)?.get(id);
    return text === undefined ? undefined : (JSON.parse(text) as Row);
  }

  put(model: RowModel, row: Row): boolean {
    if ((this.get(model, row.id)?.sequence ?? 0) !== row.sequence - 1) return false;
    let rows = this.models.get(model.name);
    if (!rows) this.models.set(model.name, (rows = new Map()));
    rows.set(row.id, JSON.stringify(row));
    return true;
  }

  query(query: RowQuery, model: RowModel): readonly Row[] {
    const rows = [...(this.models.get(model.name)?.values() ?? [])].map((text) => JSON.parse(text) as Row);
    const direction = query.newestFirst === true ? -1 : 1;
    return rows
      .filter((row) => matches(row, query))
      .sort((a, b) => direction * (a.order < b.order ? -1 : a.order > b.order ? 1 : 0))
      .slice(0, query.limit);
  }

  clear(model: RowModel): void {
    this.models.delete(model.name);
  }
}

function matches(row: Row, { tenancy, where, after, newestFirst }: RowQuery): boolean {
  if ('tenant' in tenancy && row.tenant !== tenancy.tenant) return false;
  if (after !== undefined && (newestFirst === true ? row.order >= after : row.order <= after)) return false;
  return Object.entries(where ?? {}).every(([name, value]) => row.indexed[name] === value);
}

/** Refuses a row that a store with declared indexes couldn't find again. Throws NotStorableError or Error. */
export function assertRow(model: RowModel, row: Row): void {
  assertStorable(row.value, 'value');
  assertStorable(row.indexed, 'indexed');
  for (const name of Object.keys(row.indexed)) assertIndex(model, name);
}

/** Refuses a query that no index answers. Throws Error. */
export function assertQuery(model: RowModel, query: RowQuery): void {
  for (const name of Object.keys(query.where ?? {})) assertIndex(model, name);
  if (!Number.isInteger(query.limit) || query.limit < 1 || query.limit > 200)
    throw new RangeError(`the limit of a query is 1 to 200, not ${query.limit}`);
}

function assertIndex(model: RowModel, name: string): void {
  if (!model.indexes.includes(name)) throw new Error(`${model.name} declares no index ${name}`);
}
