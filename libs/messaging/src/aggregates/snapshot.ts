import type { Aggregate, JsonObject } from '@salvatempo/kernel';
import { NewerSchemaError, type Head, type ReadDocument, type StoredDocument } from '@salvatempo/store';
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

/** Reads what is stored as today's state. Throws NewerSchemaError for what a newer program wrote. */
export function stateOf<S>(aggregate: Aggregate<S>, { collection, id, schema, state }: ReadDocument): S {
  if (schema > aggregate.schema) throw new NewerSchemaError(collection, id, schema, aggregate.schema);
  if (schema === aggregate.schema) return state as S;
  if (!aggregate.upcast) throw new Error(`${collection} can't read schema ${schema}`);
  return aggregate.upcast(state, schema);
}

/** A document as the next decision finds it. Throws NewerSchemaError. */
export function snapshotOf<S>(aggregate: Aggregate<S>, stored: StoredDocument | undefined): Snapshot<S> {
  if (!stored) return { version: 0, head: { sequence: 0, hash: '' }, state: aggregate.initial, inbox: { inbox: [] } };
  return {
    version: stored.version,
    head: stored.head,
    state: stateOf(aggregate, stored),
    ...(stored.personal === undefined ? {} : { personal: stored.personal }),
    inbox: stored.inboxFloor === undefined ? { inbox: stored.inbox } : { inbox: stored.inbox, inboxFloor: stored.inboxFloor },
  };
}
