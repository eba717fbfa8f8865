import type { Instant } from '@salvatempo/kernel';
import type { DocumentRef, PendingMessage } from './documents';

/** A message in the permanent journal of the service that decided it. */
export interface JournalEntry extends PendingMessage {
  /** The aggregate that decided it. */
  readonly source: DocumentRef;
}

export interface PlacedEntry extends JournalEntry {
  /** Place in the journal's order of arrival. */
  readonly position: number;
}

/** What hasn't reached the event log yet. */
export interface Backlog {
  readonly count: number;
  /** When the oldest of it was appended; undefined where there is none. */
  readonly oldestAt?: Instant;
}

/** The append-only history of what a service decided. Methods may throw StoreUnavailableError. */
export interface Journal {
  /** Appends entries in the given order; one whose id is already there is left as it is. Durable when it resolves. */
  append(service: string, entries: readonly JournalEntry[], at: Instant): Promise<void>;
  /** Entries not yet marked as published, in order of arrival, over all services of this store; `limit` 1 to 1,000. */
  unpublished(limit: number): Promise<readonly PlacedEntry[]>;
  /** Entries of all services in order of arrival, starting after a position (0 for the first); `limit` 1 to 1,000. */
  since(afterPosition: number, limit: number): Promise<readonly PlacedEntry[]>;
  markPublished(positions: readonly number[]): Promise<void>;
  backlog(): Promise<Backlog>;
  /** The effects that a message or request already had in an aggregate. */
  byCausation(source: DocumentRef, causationId: string): Promise<readonly JournalEntry[]>;
  /** An aggregate's own events in order, starting after `afterSequence`; `limit` 1 to 1,000. Commands aren't among them. */
  history(source: DocumentRef, afterSequence: number, limit: number): Promise<readonly JournalEntry[]>;
}
