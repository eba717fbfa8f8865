import type { Instant } from '@salvatempo/kernel';
import { INBOX_LENGTH, type InboxEntry, type StoredDocument } from '@salvatempo/store';

export interface Inbox {
  readonly inbox: readonly InboxEntry[];
  readonly inboxFloor?: Instant;
}

/** Adds ids to an inbox; the oldest beyond INBOX_LENGTH are dropped and raise the floor to the latest of their times. */
export function remember(before: Inbox, added: readonly InboxEntry[]): Inbox {
  const all = [...before.inbox, ...added];
  if (all.length <= INBOX_LENGTH) return before.inboxFloor === undefined ? { inbox: all } : { inbox: all, inboxFloor: before.inboxFloor };
  let floor = before.inboxFloor ?? '';
  for (const entry of all.slice(0, all.length - INBOX_LENGTH)) if (entry.time > floor) floor = entry.time;
  return { inbox: all.slice(-INBOX_LENGTH), inboxFloor: floor };
}

/** Whether an id that the inbox doesn't hold may have been dropped from it. */
export const mayHaveBeenDropped = (document: Pick<StoredDocument, 'inboxFloor'>, time: Instant): boolean =>
  document.inboxFloor !== undefined && time <= document.inboxFloor;
