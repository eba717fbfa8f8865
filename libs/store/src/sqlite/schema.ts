/** Format of the data file; a file of a higher one was written by a newer program. */
export const FORMAT = 1;

/** Every changed page is written and synced whole: small ones, since most writes change a row here and an index entry there. */
export const PAGE_BYTES = 2_048;

/**
 * One file for everything. A document's inbox and outbox are kept as rows of their own, written in the document's own
 * transaction: the same meaning as arrays inside it, without rewriting either at each commit. Both the outbox and the list of what
 * is unpublished are nearly empty when all is well, so that the journal and the documents are written once. A message's id
 * follows from its document and version, so one index finds a repeated message and the effects of a cause. Tables with large
 * texts have a number as their key: they grow at their end, in whole pages.
 */
export const SCHEMA = `
CREATE TABLE documents (
  number INTEGER PRIMARY KEY, collection TEXT NOT NULL, id TEXT NOT NULL, schema INTEGER NOT NULL, version INTEGER NOT NULL,
  sequence INTEGER NOT NULL, hash TEXT NOT NULL, state TEXT NOT NULL, personal TEXT, inbox_length INTEGER NOT NULL, inbox_floor TEXT,
  deadline_at TEXT, UNIQUE (collection, id));
CREATE TABLE inbox (
  document INTEGER NOT NULL, message_id TEXT NOT NULL, version INTEGER NOT NULL, place INTEGER NOT NULL, time TEXT NOT NULL,
  PRIMARY KEY (document, message_id)) WITHOUT ROWID;
CREATE INDEX documents_due ON documents (deadline_at) WHERE deadline_at IS NOT NULL;
CREATE TABLE outbox (
  position INTEGER PRIMARY KEY, collection TEXT NOT NULL, id TEXT NOT NULL, message_id TEXT NOT NULL, topic TEXT NOT NULL,
  key TEXT NOT NULL, sequence INTEGER, causation_id TEXT NOT NULL, body TEXT NOT NULL, since TEXT NOT NULL);
CREATE INDEX outbox_of_document ON outbox (collection, id);
CREATE TABLE journal (
  position INTEGER PRIMARY KEY, message_id TEXT NOT NULL, service TEXT NOT NULL, collection TEXT NOT NULL, id TEXT NOT NULL,
  topic TEXT NOT NULL, key TEXT NOT NULL, sequence INTEGER, causation_id TEXT NOT NULL, body TEXT NOT NULL, appended_at TEXT NOT NULL);
CREATE UNIQUE INDEX journal_by_causation ON journal (id, causation_id, collection, message_id);
CREATE INDEX journal_history ON journal (id, sequence) WHERE sequence IS NOT NULL;
CREATE TABLE unpublished (position INTEGER PRIMARY KEY, appended_at TEXT NOT NULL);
CREATE TRIGGER journal_appended AFTER INSERT ON journal BEGIN
  INSERT INTO unpublished (position, appended_at) VALUES (new.position, new.appended_at);
END;
CREATE TABLE rows (
  row INTEGER PRIMARY KEY, model TEXT NOT NULL, id TEXT NOT NULL, tenant TEXT NOT NULL, sequence INTEGER NOT NULL, place TEXT NOT NULL,
  indexed TEXT NOT NULL, value TEXT NOT NULL, UNIQUE (model, id));
CREATE INDEX rows_of_tenant ON rows (model, tenant, place);
CREATE INDEX rows_of_territory ON rows (model, place);
CREATE TABLE row_keys (
  row INTEGER NOT NULL, name TEXT NOT NULL, model TEXT NOT NULL, value TEXT NOT NULL, tenant TEXT NOT NULL, place TEXT NOT NULL,
  PRIMARY KEY (row, name)) WITHOUT ROWID;
CREATE INDEX row_keys_of_tenant ON row_keys (model, name, value, tenant, place);
CREATE INDEX row_keys_of_territory ON row_keys (model, name, value, place);
CREATE TABLE keys (
  number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, body_hash TEXT NOT NULL, created_at TEXT NOT NULL, deadline_at TEXT NOT NULL, answer TEXT);
CREATE INDEX keys_by_age ON keys (created_at);
CREATE TABLE failures (grp TEXT NOT NULL, delivery TEXT NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (grp, delivery)) WITHOUT ROWID;
CREATE TABLE parked (
  position INTEGER PRIMARY KEY, grp TEXT NOT NULL, topic TEXT NOT NULL, key TEXT NOT NULL, delivery TEXT NOT NULL,
  value TEXT NOT NULL, reason TEXT NOT NULL, until TEXT, UNIQUE (grp, topic, key, delivery));
CREATE TABLE blobs (id TEXT NOT NULL, part INTEGER NOT NULL, parts INTEGER NOT NULL, digest TEXT NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (id, part)) WITHOUT ROWID;
CREATE TABLE log (
  position INTEGER PRIMARY KEY, topic TEXT NOT NULL, part INTEGER NOT NULL, offset INTEGER NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL,
  UNIQUE (topic, part, offset));
CREATE TABLE progress (grp TEXT NOT NULL, topic TEXT NOT NULL, part INTEGER NOT NULL, next INTEGER NOT NULL, PRIMARY KEY (grp, topic, part)) WITHOUT ROWID;
`;
