import type { Row, RowModel, RowQuery } from '../ports';

/** The read models on the simulated disk. */
export class RowTable {
  private readonly models = new Map<string, Map<string, string>>();

  get(model: RowModel, id: string): Row | undefined {
    const text = this.models.get(model.name)?.get(id);
    return text === undefined ? undefined : (JSON.parse(text) as Row);
  }

  put(model: RowModel, row: Row, after = row.sequence - 1): boolean {
    if ((this.get(model, row.id)?.sequence ?? 0) !== after) return false;
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

  /** Every row of every model, for audits. */
  *all(): Iterable<{ readonly model: string; readonly row: Row }> {
    for (const [model, rows] of this.models)
      for (const text of rows.values()) yield { model, row: JSON.parse(text) as Row };
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
