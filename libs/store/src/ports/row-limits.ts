import { assertStorable } from '@salvatempo/kernel';
import type { Row, RowModel, RowQuery } from './rows';

/** Refuses a row that a store with declared indexes couldn't find again, and one that follows itself or a later one. Throws NotStorableError or Error. */
export function assertRow(model: RowModel, row: Row, after: number): void {
  if (after >= row.sequence) throw new RangeError(`row ${row.id} of ${model.name} is at ${row.sequence} and can't follow ${after}`);
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
