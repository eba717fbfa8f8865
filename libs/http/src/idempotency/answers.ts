import type { Envelope } from '@salvatempo/contracts';
import type { Outcome } from '@salvatempo/messaging';
import { ProblemError, problemOf, type ProblemDetails } from '../problems/problem.error';

/** What a decided command gives an answer to be made of. */
export interface Decided<S> {
  readonly events: readonly Envelope[];
  readonly state: S;
  /** Of the answer's `position` member: the aggregate's id and its last event's sequence. */
  readonly sequence: number;
}

/**
 * The events of a command that was decided now or, for a repeat, then. Throws ProblemError for a refusal (`details` adds to
 * it) and for a first request that may still be deciding.
 */
export function decided<S>(outcome: Outcome<S>, details?: (state: S) => ProblemDetails): Decided<S> {
  if (outcome.kind === 'refused') throw problemOf(outcome.refusal, details?.(outcome.state));
  if (outcome.kind === 'unknown') throw new ProblemError('request-in-flight', { retryAfterS: 1 });
  const sequence = outcome.events.at(-1)?.sequence ?? outcome.sequence;
  return { events: outcome.events, state: outcome.state, sequence };
}
