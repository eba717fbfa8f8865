import { assertStorable } from '@salvatempo/kernel';
import { MAX_DOCUMENT_BYTES, MAX_MESSAGE_BYTES, type DocumentCommit, type InboxEntry } from './documents';
import { DocumentTooLargeError } from './errors';

/** A commit's parts as the texts that are stored. */
export interface SerialisedCommit {
  readonly state: string;
  readonly personal?: string;
}

/**
 * What every adapter does first with a commit, so that none is kinder than another: refuse what can't be stored the same
 * everywhere and what is above a limit. Throws NotStorableError or DocumentTooLargeError.
 */
export function serialiseCommit(commit: Pick<DocumentCommit, 'id' | 'state' | 'personal' | 'inbox' | 'messages'>): SerialisedCommit {
  assertStorable(commit.state, 'state');
  if (commit.personal !== undefined) assertStorable(commit.personal, 'personal');
  for (const message of commit.messages) {
    const bytes = Buffer.byteLength(message.body);
    if (bytes > MAX_MESSAGE_BYTES) throw new DocumentTooLargeError('message', message.id, bytes, MAX_MESSAGE_BYTES);
  }
  const state = JSON.stringify(commit.state);
  const personal = commit.personal === undefined ? undefined : JSON.stringify(commit.personal);
  const bytes = Buffer.byteLength(state) + inboxBytes(commit.inbox) + (personal ? Buffer.byteLength(personal) : 0);
  if (bytes > MAX_DOCUMENT_BYTES) throw new DocumentTooLargeError('document', commit.id, bytes, MAX_DOCUMENT_BYTES);
  return personal === undefined ? { state } : { state, personal };
}

/** What an inbox takes as JSON, its ids and times being plain letters: it is large, and never written as a whole. */
function inboxBytes(inbox: readonly InboxEntry[]): number {
  let bytes = 2;
  for (const { id, time } of inbox) bytes += id.length + time.length + 20;
  return bytes;
}
