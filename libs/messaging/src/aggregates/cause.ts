import type { Instant } from '@salvatempo/kernel';

/** What a decision follows from: a message, a request, or a deadline that passed. */
export interface Cause {
  /** Goes into the inbox: the message's id, or the id of the request's idempotency key. */
  readonly id: string;
  /** The message's own time; the time of arrival for a request. */
  readonly time: Instant;
  readonly correlationId: string;
  readonly tenantId: string;
  readonly traceparent?: string;
  /**
   * Look for an effect in the journal although the inbox doesn't know the id: `then-decide` for a repeat that may go on,
   * `only` for one whose first request may still be deciding.
   */
  readonly lookup?: 'then-decide' | 'only';
}

/** The cause that a received message is. */
export const causeOf = (message: {
  readonly id: string;
  readonly time: Instant;
  readonly correlationid: string;
  readonly tenantid: string;
  readonly traceparent?: string | undefined;
}): Cause => ({
  id: message.id,
  time: message.time,
  correlationId: message.correlationid,
  tenantId: message.tenantid,
  ...(message.traceparent === undefined ? {} : { traceparent: message.traceparent }),
});
