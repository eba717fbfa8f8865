import type { Timers } from '@salvatempo/kernel';
import type { RowQuery, Store } from '@salvatempo/store';
import type { Projection } from './projection';

/** Where a write left its aggregate; a reader may wait until the read model has come so far. */
export interface Position {
  readonly id: string;
  readonly sequence: number;
}

export interface Page<T> {
  readonly items: readonly T[];
  /** Give it back as `after` for the next page; undefined at the end. */
  readonly next?: string;
}

/** Rows that are read at a time where all are gone through. */
const READ_AT_ONCE = 100;
const WAIT_MS = 1_000;
const LOOK_EVERY_MS = 5;

/** Reads rows of one projection. Throws StoreUnavailableError. */
export class RowReader<T extends object> {
  constructor(
    private readonly store: Store,
    private readonly timers: Timers,
    private readonly projection: Projection<T>,
  ) {}

  async get(id: string): Promise<T | undefined> {
    const row = await this.store.rows.get(this.projection.model, id);
    return row && row.value !== null ? (row.value as unknown as T) : undefined;
  }

  async page(query: RowQuery): Promise<Page<T>> {
    const rows = await this.store.rows.query(this.projection.model, { ...query, limit: query.limit + 1 });
    const shown = rows.slice(0, query.limit);
    const items = shown.filter((row) => row.value !== null).map((row) => row.value as unknown as T);
    return rows.length > query.limit ? { items, next: shown.at(-1)!.order } : { items };
  }

  /** Every row of a query in its order, read page by page; whoever has had enough stops. */
  async *each(query: Omit<RowQuery, 'after' | 'limit'>): AsyncGenerator<T> {
    let after: string | undefined;
    do {
      const page = await this.page({ ...query, limit: READ_AT_ONCE, ...(after === undefined ? {} : { after }) });
      yield* page.items;
      after = page.next;
    } while (after !== undefined);
  }

  /** Waits up to a second until the row has taken in a position: true; else false, and the reader sees what there is. Whoever names none waits for nothing. */
  async caughtUp(position: Position | undefined): Promise<boolean> {
    if (!position) return true;
    for (let waitedMs = 0; ; waitedMs += LOOK_EVERY_MS) {
      const row = await this.store.rows.get(this.projection.model, position.id);
      if ((row?.sequence ?? 0) >= position.sequence) return true;
      if (waitedMs >= WAIT_MS) return false;
      await new Promise<void>((resolve) => this.timers.after(LOOK_EVERY_MS, resolve));
    }
  }
}
