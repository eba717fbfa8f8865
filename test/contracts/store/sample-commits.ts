import type { DocumentCommit, JournalEntry, PendingMessage } from '@salvatempo/store';

export const COLLECTION = 'test.thing';

/** The minute `n` of a day that every case lives in. */
export const minute = (n: number): string => `2026-09-01T08:${String(n).padStart(2, '0')}:00.000Z`;

export const messageOf = (id: string, over: Partial<PendingMessage> = {}): PendingMessage => ({
  id,
  topic: 'test.events',
  key: 'a',
  sequence: 1,
  causationId: 'cause-1',
  body: JSON.stringify({ id }),
  ...over,
});

export const entryOf = (id: string, over: Partial<JournalEntry> = {}): JournalEntry => ({
  ...messageOf(id),
  source: { collection: COLLECTION, id: 'a' },
  ...over,
});

/** A commit on a document; version 0 inserts it. Its inbox holds the ids of `messageIds`. */
export const commitOf = (id: string, expectedVersion: number, over: Partial<DocumentCommit> = {}): DocumentCommit => ({
  collection: COLLECTION,
  id,
  expectedVersion,
  schema: 1,
  head: { sequence: expectedVersion + 1, hash: `hash-${expectedVersion + 1}` },
  state: { n: expectedVersion + 1 },
  inbox: (over.messageIds ?? []).map((messageId) => ({ id: messageId, time: minute(0) })),
  messageIds: [],
  messages: [],
  at: minute(0),
  ...over,
});
