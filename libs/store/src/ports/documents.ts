import type { Instant, Json, JsonObject } from '@salvatempo/kernel';

/** Where the aggregate's own chain of events stands: how many there were, and the hash of the last. */
export interface Head {
  readonly sequence: number;
  readonly hash: string;
}

/** A message already taken into account: its id (or an idempotency key's) and the message's own time. */
export interface InboxEntry {
  readonly id: string;
  readonly time: Instant;
}

/** An event or command decided in a document and on its way to the journal. `body` is the exact text that will be published. */
export interface PendingMessage {
  readonly id: string;
  readonly topic: string;
  readonly key: string;
  /** Number of the event in its aggregate's chain; undefined for a command to another service. */
  readonly sequence?: number;
  /** Id of the message or request that this is an effect of. */
  readonly causationId: string;
  readonly body: string;
}

/** One aggregate or process, as stored. */
export interface StoredDocument {
  readonly collection: string;
  readonly id: string;
  readonly schema: number;
  /** 1 after the insert; one more with every commit. Acknowledging the outbox doesn't touch it. */
  readonly version: number;
  readonly head: Head;
  readonly state: Json;
  readonly personal?: JsonObject;
  readonly inbox: readonly InboxEntry[];
  /** Latest time of any inbox entry that was dropped; a message at or before it has to be looked up in the journal. */
  readonly inboxFloor?: Instant;
  readonly outbox: readonly PendingMessage[];
  /** When it wants to be woken; left out for never. */
  readonly deadlineAt?: Instant;
}

/** What a reader needs of a document: neither inbox nor outbox, of which a busy one has much. */
export type ReadDocument = Omit<StoredDocument, 'inbox' | 'inboxFloor' | 'outbox' | 'deadlineAt'>;

/** The one guarded write. Everything in it becomes durable together or not at all. */
export interface DocumentCommit {
  readonly collection: string;
  readonly id: string;
  /** 0 inserts; otherwise the stored version must still be this one. */
  readonly expectedVersion: number;
  readonly schema: number;
  readonly head: Head;
  readonly state: Json;
  /** Undefined leaves what is stored. */
  readonly personal?: JsonObject;
  /** The stored inbox with the entries of `messageIds` added at its end, less what was dropped at its beginning. */
  readonly inbox: readonly InboxEntry[];
  readonly inboxFloor?: Instant;
  /** None of these may be in the stored inbox. */
  readonly messageIds: readonly string[];
  /** Appended to the outbox. */
  readonly messages: readonly PendingMessage[];
  /** When the document wants to be woken; undefined for never. */
  readonly deadlineAt?: Instant;
  /** The commit's time; the age of an outbox that isn't empty counts from here. */
  readonly at: Instant;
}

/** `conflict`: the version moved on, or the id exists already. `repeated`: the version is right, but one of the message ids was there. */
export type CommitResult = 'committed' | 'conflict' | 'repeated';

export interface DocumentRef {
  readonly collection: string;
  readonly id: string;
}

export interface DueDocument extends DocumentRef {
  readonly deadlineAt: Instant;
}

/**
 * Documents with guarded single-document writes: the only place where a rule of money, seats or budgets is decided.
 * Every method may throw StoreUnavailableError (try later; whether the write happened is unknown to the caller).
 */
export interface DocumentStore {
  load(collection: string, id: string): Promise<StoredDocument | undefined>;
  /** The same without what only a decision needs. */
  read(collection: string, id: string): Promise<ReadDocument | undefined>;
  /** Durable when it resolves. Throws NotStorableError and DocumentTooLargeError before anything is written. */
  commit(commit: DocumentCommit): Promise<CommitResult>;
  /**
   * Puts a document as another store had it, outbox and all: true; false where one of this id is there. For moving a territory:
   * nothing else may skip the guard of a version. `at`: the age of its outbox counts from here.
   */
  restore(document: StoredDocument, at: Instant): Promise<boolean>;
  /** Removes messages from a document's outbox by id; never touches the version, so no decision is disturbed. */
  acknowledge(ref: DocumentRef, messageIds: readonly string[]): Promise<void>;
  /** Documents whose outbox isn't empty, oldest first; `limit` 1 to 1,000. */
  pendingOutboxes(limit: number): Promise<readonly DocumentRef[]>;
  /** Documents whose deadline is at or before `at`, earliest first; `limit` 1 to 1,000. */
  due(at: Instant, limit: number): Promise<readonly DueDocument[]>;
  /** The earliest deadline of all documents, undefined where none has one. */
  nextDeadline(): Promise<Instant | undefined>;
  /** Of each collection, how many documents have a deadline: something in them runs out unless somebody goes on with it. */
  waiting(): Promise<ReadonlyMap<string, number>>;
  /** A collection in the order of ids, for audits and rebuilding; `limit` 1 to 1,000. */
  scan(collection: string, afterId: string | undefined, limit: number): Promise<readonly StoredDocument[]>;
  /** The names of all collections that hold a document. */
  collections(): Promise<readonly string[]>;
}

/** A document's text (state, personal, inbox) may be this large. */
export const MAX_DOCUMENT_BYTES = 1_048_576;
/** An event's or command's body may be this large. */
export const MAX_MESSAGE_BYTES = 262_144;
/** So many ids are remembered in the document itself; older ones are looked up in the journal. */
export const INBOX_LENGTH = 256;
