import type { Json } from '@salvatempo/kernel';

/** A read model: rows made from events, each following one source aggregate. */
export interface RowModel {
  /** `<service>.<name>`, e.g. `marketplace.offers`. */
  readonly name: string;
  /** Columns that queries may filter by, apart from the tenant; each a string in the row's `indexed`. */
  readonly indexes: readonly string[];
}

export interface Row<T extends Json = Json> {
  /** Id of the source aggregate; one row each. */
  readonly id: string;
  /** Who may see it; every query names one. */
  readonly tenant: string;
  /** Sequence of the last event of the source that was taken in. */
  readonly sequence: number;
  /** Newest last; what lists are ordered by, e.g. the time of creation followed by the id. */
  readonly order: string;
  readonly indexed: Readonly<Record<string, string>>;
  readonly value: T;
}

/** Rows of one tenant, or of the whole territory where the caller's role says so. There is no query without it. */
export type Tenancy = { readonly tenant: string } | { readonly wholeTerritory: true };

export interface RowQuery {
  readonly tenancy: Tenancy;
  /** Equal to all of these; each name is one of the model's indexes. */
  readonly where?: Readonly<Record<string, string>>;
  /** `order` of the last row of the page before. */
  readonly after?: string;
  /** 1 to 200. */
  readonly limit: number;
  readonly newestFirst?: boolean;
}

/** Rows of read models. Methods may throw StoreUnavailableError. */
export interface RowStore {
  get(model: RowModel, id: string): Promise<Row | undefined>;
  /** Writes the row if the stored one's sequence is exactly `after` (0 where there is none), by default the one before: true; else false. */
  put(model: RowModel, row: Row, after?: number): Promise<boolean>;
  query(model: RowModel, query: RowQuery): Promise<readonly Row[]>;
  /** Deletes a model's rows, before it is rebuilt from the log. */
  clear(model: RowModel): Promise<void>;
}
