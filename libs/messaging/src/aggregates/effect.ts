import type { Envelope } from '@salvatempo/contracts';
import type { DocumentRef, PendingMessage, Store } from '@salvatempo/store';

/**
 * The events that a cause already had as its effect in a document, oldest first. First the document's outbox, then the
 * journal: a message is in the journal before it leaves the outbox, so it can't be missed between the two.
 */
export async function effectOf(store: Store, ref: DocumentRef, causationId: string): Promise<readonly Envelope[]> {
  const stored = await store.documents.load(ref.collection, ref.id);
  const found = new Map<string, PendingMessage>();
  for (const message of stored?.outbox ?? []) if (message.causationId === causationId) found.set(message.id, message);
  for (const entry of await store.journal.byCausation(ref, causationId)) found.set(entry.id, entry);
  return [...found.values()]
    .filter((message) => message.sequence !== undefined)
    .sort((a, b) => a.sequence! - b.sequence!)
    .map((message) => JSON.parse(message.body) as Envelope);
}
