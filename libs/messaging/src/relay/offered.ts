import type { DocumentRef, JournalEntry, PendingMessage } from '@salvatempo/store';

/** Messages of one commit, or of a whole outbox, on their way to the journal. */
export interface Offered {
  readonly source: DocumentRef;
  /** The document's version after the last of these messages was decided; 0 where there are none. */
  readonly version: number;
  readonly messages: readonly PendingMessage[];
}

export const documentKey = ({ collection, id }: DocumentRef): string => `${collection}/${id}`;
export const serviceOf = ({ collection }: DocumentRef): string => collection.slice(0, collection.indexOf('.'));
export const entriesOf = ({ source, messages }: Offered): readonly JournalEntry[] =>
  messages.map((message) => ({ ...message, source }));

/** The version that decided a message: ids are `aggregate:version:n`. */
export const versionOf = ({ id }: PendingMessage): number => Number(id.split(':').at(-2));

/** Items by a key, each group in the order of the items. */
export function grouped<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
