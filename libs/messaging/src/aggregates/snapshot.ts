import type { Aggregate, JsonObject } from '@salvatempo/kernel';
import { NewerSchemaError, type Head, type StoredDocument } from '@salvatempo/store';
import type { Inbox } from './inbox';

/** A document as the runner works on it. */
export interface Snapshot<S> {
  readonly version: number;
  readonly head: Head;
  readonly state: S;
  readonly personal?: JsonObject;
  readonly inbox: Inbox;
}

export const collectionOf = (aggregate: Pick<Aggregate<unknown>, 'service' | 'name'>): string =>
  `${aggregate.service}.${aggregate.name}`;

/** Reads a stored document as today's state. Throws NewerSchemaError for one that a newer program wrote. */
export function snapshotOf<S>(aggregate: Aggregate<S>, stored: StoredDocument | undefined): Snapshot<S> {
  if (!stored) return { version: 0, head: { sequence: 0, hash: '' }, state: aggregate.initial, inbox: { inbox: [] } };
  if (stored.schema > aggregate.schema)
    throw new NewerSchemaError(stored.collection, stored.id, stored.schema, aggregate.schema);
  const older = stored.schema < aggregate.schema;
  if (older && !aggregate.upcast) throw new Error(`${stored.collection} can't read schema ${stored.schema}`);
  return {
    version: stored.version,
    head: stored.head,
    state: older ? aggregate.upcast!(stored.state, stored.schema) : (stored.state as S),
    ...(stored.personal === undefined ? {} : { personal: stored.personal }),
    inbox: stored.inboxFloor === undefined ? { inbox: stored.inbox } : { inbox: stored.inbox, inboxFloor: stored.inboxFloor },
  };
}
