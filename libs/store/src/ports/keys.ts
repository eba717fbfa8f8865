import type { Instant } from '@salvatempo/kernel';

/** An idempotency key's document. `id` is a digest of principal, route and key. */
export interface KeyRecord {
  readonly id: string;
  /** A digest of the same and of the body. */
  readonly bodyHash: string;
  readonly createdAt: Instant;
  /** Until then the first request may still be deciding. */
  readonly deadlineAt: Instant;
  /** The stored answer, repeated byte for byte; undefined while there is none. */
  readonly answer?: string;
}

/** Idempotency keys. Methods may throw StoreUnavailableError. */
export interface KeyStore {
  /** Inserts the record, durable when it resolves with undefined; resolves with the stored one where the id is taken. */
  claim(record: KeyRecord): Promise<KeyRecord | undefined>;
  /** Moves the deadline of a key without an answer, if it still has this one: true; else somebody else took it over. */
  renew(id: string, from: Instant, to: Instant): Promise<boolean>;
  answer(id: string, answer: string): Promise<void>;
  /** Removes a key that has no answer: the request had no effect and may be corrected and sent again. */
  release(id: string): Promise<void>;
  /** Removes keys created at or before an instant; at most `limit`. Returns how many. */
  forget(createdBefore: Instant, limit: number): Promise<number>;
}
