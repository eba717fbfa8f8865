/** Format of the data file; a file of a higher one was written by a newer program. */
export const FORMAT = 1;

/**
 * One file for everything. A document's outbox is kept as rows of its own, written in the document's own transaction: the
 * same meaning as an array inside it, without rewriting it at each acknowledgement.
 */
export const SCHEMA = `
CREATE TABLE documents (
  collection TEXT NOT NULL, id TEXT NOT NULL, schema INTEGER NOT NULL, version INTEGER NOT NULL,
  sequence INTEGER NOT NULL, hash TEXT NOT NULL, state TEXT NOT NULL, personal TEXT, inbox TEXT NOT NULL, inbox_floor TEXT,
  deadline_at TEXT, outbox_since TEXT, PRIMARY KEY (collection, id));
CREATE INDEX documents_due ON documents (deadline_at) WHERE deadline_at IS NOT NULL;
CREATE INDEX documents_pending ON documents (outbox_since) WHERE outbox_since IS NOT NULL;
CREATE TABLE outbox (
  position INTEGER PRIMARY KEY AUTOINCREMENT, collection TEXT NOT NULL, id TEXT NOT NULL, message_id TEXT NOT NULL UNIQUE,
  topic TEXT NOT NULL, key TEXT NOT NULL, sequence INTEGER, causation_id TEXT NOT NULL, body TEXT NOT NULL);
CREATE INDEX outbox_of_document ON outbox (collection, id, position);
CREATE TABLE journal (
  position INTEGER PRIMARY KEY AUTOINCREMENT, message_id TEXT NOT NULL UNIQUE, service TEXT NOT NULL,
  collection TEXT NOT NULL, id TEXT NOT NULL, topic TEXT NOT NULL, key TEXT NOT NULL, sequence INTEGER,
  causation_id TEXT NOT NULL, body TEXT NOT NULL, appended_at TEXT NOT NULL, unpublished INTEGER);
CREATE INDEX journal_unpublished ON journal (position) WHERE unpublished IS NOT NULL;
CREATE INDEX journal_by_causation ON journal (id, causation_id);
CREATE INDEX journal_history ON journal (id, sequence) WHERE sequence IS NOT NULL;
CREATE TABLE rows (
  model TEXT NOT NULL, id TEXT NOT NULL, tenant TEXT NOT NULL, sequence INTEGER NOT NULL, place TEXT NOT NULL,
  indexed TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (model, id));
CREATE INDEX rows_of_tenant ON rows (model, tenant, place);
CREATE INDEX rows_of_territory ON rows (model, place);
CREATE TABLE row_keys (
  model TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, tenant TEXT NOT NULL, place TEXT NOT NULL, id TEXT NOT NULL,
  PRIMARY KEY (model, name, value, tenant, place, id)) WITHOUT ROWID;
CREATE INDEX row_keys_of_row ON row_keys (model, id);
CREATE INDEX row_keys_of_territory ON row_keys (model, name, value, place);
CREATE TABLE keys (id TEXT PRIMARY KEY, body_hash TEXT NOT NULL, created_at TEXT NOT NULL, deadline_at TEXT NOT NULL, answer TEXT) WITHOUT ROWID;
CREATE INDEX keys_by_age ON keys (created_at);
CREATE TABLE failures (grp TEXT NOT NULL, delivery TEXT NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (grp, delivery)) WITHOUT ROWID;
CREATE TABLE parked (
  position INTEGER PRIMARY KEY AUTOINCREMENT, grp TEXT NOT NULL, topic TEXT NOT NULL, key TEXT NOT NULL, delivery TEXT NOT NULL,
  value TEXT NOT NULL, reason TEXT NOT NULL, until TEXT, UNIQUE (grp, topic, key, delivery));
CREATE TABLE blobs (id TEXT NOT NULL, part INTEGER NOT NULL, parts INTEGER NOT NULL, digest TEXT NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (id, part)) WITHOUT ROWID;
CREATE TABLE log (
  topic TEXT NOT NULL, part INTEGER NOT NULL, offset INTEGER NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL,
  PRIMARY KEY (topic, part, offset)) WITHOUT ROWID;
CREATE TABLE progress (grp TEXT NOT NULL, topic TEXT NOT NULL, part INTEGER NOT NULL, next INTEGER NOT NULL, PRIMARY KEY (grp, topic, part)) WITHOUT ROWID;
`;
