import type { Instant } from '@salvatempo/kernel';
import { serialiseCommit, type DocumentCommit, type StoredDocument } from '../ports';
import { step, type Step } from './group-writer';

/** Commits, or ids of one of them, after which the entries that an inbox no longer needs are deleted. */
const TRIM_EVERY = 32;
/** An id that no message has. */
const NONE = '';

/**
 * The statements of a commit, the first ones being its guards. Only what is new of the inbox is written: where the version is
 * right, the entries before it are there already.
 */
export function commitSteps(commit: DocumentCommit): readonly Step[] {
  const { state, personal } = serialiseCommit(commit);
  const { collection, id, schema, head, inbox, inboxFloor, deadlineAt, expectedVersion } = commit;
  const params = [collection, id, schema, head.sequence, head.hash, state, personal ?? null, inbox.length, inboxFloor ?? null, deadlineAt ?? null];
  const write = expectedVersion === 0 ? [step('insertDocument', params, 'guard')] : updateSteps(commit, params);
  return [...write, ...inboxSteps(commit), ...outboxSteps(commit)];
}

/** The first message is looked for by the write itself, since mostly there is one; those of many at once by one search. */
function updateSteps({ collection, id, expectedVersion, messageIds }: DocumentCommit, params: readonly unknown[]): Step[] {
  const [first = NONE, ...others] = messageIds;
  const repeats = others.length === 0 ? [] : [step('inboxHas', [collection, id, expectedVersion, JSON.stringify(others)], 'unless')];
  return [...repeats, step('updateDocument', [...params, expectedVersion, first], 'guard')];
}

function inboxSteps(commit: DocumentCommit): Step[] {
  const { collection, id, inbox, messageIds, at } = commit;
  if (messageIds.length === 0) return trimSteps(commit);
  const times = new Map(inbox.slice(-messageIds.length).map((entry) => [entry.id, entry.time]));
  const entries = messageIds.map((messageId) => [messageId, times.get(messageId) ?? at] as const);
  const [[first, time]] = entries as [readonly [string, string]];
  const add = entries.length === 1 ? step('addToInbox', [collection, id, first, 0, time]) : step('addAllToInbox', [collection, id, JSON.stringify(entries)]);
  return [add, ...trimSteps(commit)];
}

function trimSteps({ collection, id, inbox, messageIds, expectedVersion }: DocumentCommit): Step[] {
  const trims = inbox.length > 0 && (expectedVersion % TRIM_EVERY === 0 || messageIds.length >= TRIM_EVERY);
  return trims ? [step('trimInbox', [collection, id, inbox.length - 1])] : [];
}

/** The statements that put a document as another store had it; the first one is missed where it is there. */
export function restoreSteps(document: StoredDocument, at: Instant): readonly Step[] {
  const { collection, id, schema, version, head, inbox, inboxFloor, deadlineAt, outbox: messages } = document;
  const { state, personal } = serialiseCommit({ ...document, messages });
  const params = [collection, id, schema, head.sequence, head.hash, state, personal ?? null, inbox.length, inboxFloor ?? null, deadlineAt ?? null, version];
  const entries = inbox.length === 0 ? [] : [step('addAllToInbox', [collection, id, JSON.stringify(inbox.map((entry) => [entry.id, entry.time]))])];
  return [step('restoreDocument', params, 'guard'), ...entries, ...outboxSteps({ collection, id, messages, at })];
}

const outboxSteps = ({ collection, id, messages, at }: Pick<DocumentCommit, 'collection' | 'id' | 'messages' | 'at'>): Step[] =>
  messages.map(({ id: messageId, topic, key, sequence, causationId, body }) =>
    step('insertOutbox', [collection, id, messageId, topic, key, sequence ?? null, causationId, body, at]),
  );
