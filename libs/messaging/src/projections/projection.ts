import type { Envelope } from '@salvatempo/contracts';
import type { Json } from '@salvatempo/kernel';
import type { Row, RowModel, Store } from '@salvatempo/store';
import { NotYetKnownError } from '../transport/failures';

/** How a row is kept beside its value. */
export interface RowPlace {
  /** Who may see it. */
  readonly tenant: string;
  /** Lists are ordered by it; unique, e.g. creation time and id. */
  readonly order: string;
  readonly indexed: Readonly<Record<string, string>>;
}

/** A read model made of one kind of aggregate's events: one row for each aggregate. */
export interface Projection<T extends object> {
  readonly model: RowModel;
  /** Prefix of the aggregates' ids; events of others on the topic are passed over. */
  readonly prefix: string;
  /** The row after an event, by event type; a type without an entry is `otherwise`'s. `row` is undefined before the first entry made one. */
  readonly on: Readonly<Record<string, (row: T | undefined, event: Envelope) => T | undefined>>;
  /** The row after an event without an entry of its own; without it such an event changes nothing. */
  readonly otherwise?: (row: T, event: Envelope) => T;
  /**
   * Only events of the types in `on` are taken, and nothing is written for others, nor as long as none made a row: for rows that few of an aggregate's many events concern. Then
   * a gap can't be told from what was passed over; the order is that of the log, and a repeat still does nothing.
   */
  readonly isSparse?: true;
  place(row: T): RowPlace;
}

/** Not yet a row: the aggregate's events so far made none. Kept so that its sequence is known. */
const NOWHERE: RowPlace = { tenant: '', order: '', indexed: {} };

/**
 * Takes one event into a projection's row. An event seen before is passed over; one after a gap waits (NotYetKnownError), unless the
 * projection is sparse.
 * Throws StoreUnavailableError.
 */
export async function project<T extends object>(store: Store, projection: Projection<T>, event: Envelope): Promise<void> {
  if (!event.subject.startsWith(`${projection.prefix}_`) || event.sequence === undefined) return;
  if (projection.isSparse && !projection.on[event.type]) return;
  const stored = await store.rows.get(projection.model, event.subject);
  const known = stored?.sequence ?? 0;
  if (event.sequence <= known) return;
  if (!projection.isSparse && event.sequence > known + 1) throw new NotYetKnownError(`${event.subject} before ${event.sequence}`);
  const before = stored && stored.value !== null ? (stored.value as unknown as T) : undefined;
  const change = projection.on[event.type];
  const after = change ? change(before, event) : before && (projection.otherwise?.(before, event) ?? before);
  if (projection.isSparse && !stored && after === undefined) return;
  const row: Row = {
    id: event.subject,
    sequence: event.sequence,
    ...(after === undefined ? NOWHERE : projection.place(after)),
    value: (after ?? null) as Json,
  };
  // A row that another delivery of the same event wrote meanwhile is as good.
  await store.rows.put(projection.model, row, known);
}
