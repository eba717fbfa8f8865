/** Every statement that writes, by name. */
export const writes = {
  insertDocument: `INSERT INTO documents (collection, id, schema, version, sequence, hash, state, personal, inbox_length, inbox_floor, deadline_at)
    VALUES (?1, ?2, ?3, 1, ?4, ?5, ?6, ?7, ?8, ?9, ?10) ON CONFLICT DO NOTHING`,
  /** As another store had it. */
  restoreDocument: `INSERT INTO documents (collection, id, schema, version, sequence, hash, state, personal, inbox_length, inbox_floor, deadline_at)
    VALUES (?1, ?2, ?3, ?11, ?4, ?5, ?6, ?7, ?8, ?9, ?10) ON CONFLICT DO NOTHING`,
  updateDocument: `UPDATE documents SET schema = ?3, version = version + 1, sequence = ?4, hash = ?5, state = ?6, personal = COALESCE(?7, personal),
    inbox_length = ?8, inbox_floor = ?9, deadline_at = ?10 WHERE collection = ?1 AND id = ?2 AND version = ?11
    AND NOT EXISTS (SELECT 1 FROM inbox WHERE document = number AND message_id = ?12)`,
  /** ?4 is a JSON array of message ids. */
  inboxHas: `SELECT 1 FROM documents d CROSS JOIN json_each(?4) m CROSS JOIN inbox i ON i.document = d.number AND i.message_id = m.value
    WHERE d.collection = ?1 AND d.id = ?2 AND d.version = ?3 LIMIT 1`,
  addToInbox: `INSERT INTO inbox (document, message_id, version, place, time) SELECT number, ?3, version, ?4, ?5 FROM documents
    WHERE collection = ?1 AND id = ?2 ON CONFLICT DO NOTHING`,
  /** ?3 is a JSON array of `[message id, time]`. */
  addAllToInbox: `INSERT INTO inbox (document, message_id, version, place, time) SELECT d.number, m.value ->> 0, d.version, m.key, m.value ->> 1
    FROM documents d CROSS JOIN json_each(?3) m WHERE d.collection = ?1 AND d.id = ?2 ON CONFLICT DO NOTHING`,
  /** Keeps the newest; ?3 is how many, less one. */
  trimInbox: `WITH this (number) AS (SELECT number FROM documents WHERE collection = ?1 AND id = ?2)
    DELETE FROM inbox WHERE document = (SELECT number FROM this) AND (version, place) <
    (SELECT version, place FROM inbox WHERE document = (SELECT number FROM this) ORDER BY version DESC, place DESC LIMIT 1 OFFSET ?3)`,
  insertOutbox: `INSERT INTO outbox (collection, id, message_id, topic, key, sequence, causation_id, body, since) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  takeFromOutbox: `DELETE FROM outbox WHERE collection = ?1 AND id = ?2 AND message_id = ?3`,
  /** ?3 is a JSON array of message ids. */
  takeAllFromOutbox: `DELETE FROM outbox WHERE collection = ?1 AND id = ?2 AND message_id IN (SELECT value FROM json_each(?3))`,
  /** A message that is there already is left as it is; a place that is taken is an error. */
  appendJournal: `INSERT INTO journal (position, message_id, service, collection, id, topic, key, sequence, causation_id, body, appended_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id, causation_id, collection, message_id) DO NOTHING`,
  markPublished: `DELETE FROM unpublished WHERE position BETWEEN ? AND ?`,
  insertRow: `INSERT INTO rows (model, id, tenant, sequence, place, indexed, value) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT DO NOTHING`,
  updateRow: `UPDATE rows SET tenant = ?3, sequence = ?4, place = ?5, indexed = ?6, value = ?7 WHERE model = ?1 AND id = ?2 AND sequence = ?8`,
  /** Of a row that stands where it stood: SQLite writes each index anew whose columns a statement names, even with what they had. */
  refreshRow: `UPDATE rows SET sequence = ?3, indexed = ?4, value = ?5 WHERE model = ?1 AND id = ?2 AND sequence = ?6`,
  /** Where a row stands in the lists of one column; written only if that changed. */
  setRowKey: `INSERT INTO row_keys (row, name, model, value, tenant, place) SELECT row, ?3, ?1, ?4, ?5, ?6 FROM rows WHERE model = ?1 AND id = ?2
    ON CONFLICT (row, name) DO UPDATE SET value = excluded.value, tenant = excluded.tenant, place = excluded.place
    WHERE value <> excluded.value OR tenant <> excluded.tenant OR place <> excluded.place`,
  dropRowKey: `DELETE FROM row_keys WHERE row = (SELECT row FROM rows WHERE model = ?1 AND id = ?2) AND name = ?3`,
  clearRowKeys: `DELETE FROM row_keys WHERE row IN (SELECT row FROM rows WHERE model = ?)`,
  clearRows: `DELETE FROM rows WHERE model = ?`,
  claimKey: `INSERT INTO keys (id, body_hash, created_at, deadline_at, answer) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
  renewKey: `UPDATE keys SET deadline_at = ?3 WHERE id = ?1 AND deadline_at = ?2 AND answer IS NULL`,
  answerKey: `UPDATE keys SET answer = ?2 WHERE id = ?1 AND answer IS NULL`,
  releaseKey: `DELETE FROM keys WHERE id = ? AND answer IS NULL`,
  forgetKeys: `DELETE FROM keys WHERE id IN (SELECT id FROM keys WHERE created_at <= ?1 ORDER BY created_at LIMIT ?2)`,
  countFailure: `INSERT INTO failures (grp, delivery, count) VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET count = count + 1`,
  forgetFailures: `DELETE FROM failures WHERE grp = ? AND delivery = ?`,
  park: `INSERT INTO parked (grp, topic, key, delivery, value, reason, until) VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET reason = excluded.reason, until = NULL WHERE excluded.reason = 'parked'`,
  unpark: `DELETE FROM parked WHERE grp = ? AND topic = ? AND key = ? AND delivery = ?`,
  insertBlobPart: `INSERT INTO blobs (id, part, parts, digest, bytes) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
  removeBlob: `DELETE FROM blobs WHERE id = ?`,
  appendLog: `INSERT INTO log (topic, part, offset, key, value) VALUES (?, ?, ?, ?, ?)`,
  saveProgress: `INSERT INTO progress (grp, topic, part, next) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO UPDATE SET next = MAX(next, ?4)`,
  /** Changes nothing that anybody reads, but is synced: whether it can be is the question. */
  ping: `INSERT INTO progress (grp, topic, part, next) VALUES ('', '', 0, 1) ON CONFLICT DO UPDATE SET next = 1 - next`,
} as const;

export type WriteName = keyof typeof writes;

/** The thread knows statements by their number. */
export const statementNumbers = Object.fromEntries(Object.keys(writes).map((name, number) => [name, number])) as Record<WriteName, number>;
