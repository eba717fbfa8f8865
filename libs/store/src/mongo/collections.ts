import { Schema, type Connection, type IndexDefinition, type IndexOptions, type mongo } from 'mongoose';
import type { Head, InboxEntry, PendingMessage } from '../ports';

/** As stored; `kind` and `key` are collection and id of the port, `_id` is both. */
export interface DocumentRecord {
  _id: string;
  kind: string;
  key: string;
  schema: number;
  version: number;
  head: Head;
  state: unknown;
  personal?: unknown;
  inbox: InboxEntry[];
  inboxFloor?: string;
  outbox: PendingMessage[];
  outboxPendingAt?: string;
  deadlineAt?: string;
}

export interface JournalRecord extends Omit<PendingMessage, 'id'> {
  /** The message's id. */
  _id: string;
  position: number;
  service: string;
  /** Collection and id of what decided it. */
  kind: string;
  aggregate: string;
  appendedAt: string;
  published: boolean;
}

export interface KeyDocument {
  /** The key's digest: being `_id`, two can't be there, whatever the server makes of other unique indexes. */
  _id: string;
  bodyHash: string;
  createdAt: string;
  deadlineAt: string;
  answer?: string;
}

export interface ParkedRecord {
  /** Group and delivery. */
  _id: string;
  position: number;
  group: string;
  topic: string;
  key: string;
  delivery: string;
  value: string;
  reason: 'parked' | 'deferred';
  until?: string;
}

export interface CounterRecord {
  _id: string;
  count: number;
}

export interface RowRecord {
  _id: string;
  tenant: string;
  sequence: number;
  order: string;
  indexed: Record<string, string>;
  value: unknown;
}

export interface BlobRecord {
  _id: string;
  /** Names the chunks of this very upload. */
  upload: string;
  parts: number;
  digest: string;
}

export interface ChunkRecord {
  /** Upload and part. */
  _id: string;
  bytes: mongo.Binary;
}

type Index = readonly [IndexDefinition, IndexOptions?];

/** What each collection is searched by. Every guard is on `_id`: racing writes on another unique index are not exact on every server. */
const INDEXES: Readonly<Record<string, readonly Index[]>> = {
  documents: [
    [{ kind: 1, key: 1 }],
    [{ outboxPendingAt: 1 }, { partialFilterExpression: { outboxPendingAt: { $exists: true } } }],
    [{ deadlineAt: 1 }, { partialFilterExpression: { deadlineAt: { $exists: true } } }],
  ],
  journal: [
    [{ position: 1 }],
    [{ published: 1, position: 1 }],
    [{ kind: 1, aggregate: 1, causationId: 1, position: 1 }],
    [{ kind: 1, aggregate: 1, sequence: 1 }],
  ],
  keys: [[{ createdAt: 1 }]],
  parked: [[{ group: 1, topic: 1, key: 1, position: 1 }]],
  failures: [],
  counters: [],
  blobs: [],
  chunks: [],
};

/** The indexes of a read model: by tenant and for the whole territory, in the list's order, and by each declared column. */
export const rowIndexes = (columns: readonly string[]): readonly Index[] =>
  ['', ...columns.map((name) => `indexed.${name}`)].flatMap((column): Index[] => {
    const by = column === '' ? {} : ({ [column]: 1 } as const);
    return [[{ tenant: 1, ...by, order: 1 }], [{ ...by, order: 1 }]];
  });

/**
 * A collection with its indexes. The schema declares those and nothing else: a strict one would drop fields that it doesn't know
 * without a word, and what is written has been checked where it is decided. So records go past mongoose's casting.
 */
export async function collectionOf<T extends mongo.Document>(connection: Connection, name: string, indexes: readonly Index[] = INDEXES[name]!): Promise<mongo.Collection<T>> {
  const schema = new Schema({ _id: String }, { strict: false, versionKey: false, minimize: false, autoIndex: false, autoCreate: false, id: false });
  for (const [fields, options] of indexes) schema.index(fields, options);
  const model = connection.model(name, schema, name);
  await model.createIndexes();
  return model.collection as unknown as mongo.Collection<T>;
}
