import type { Envelope } from '@salvatempo/contracts';

/** Follows what a message brings about, where somebody wants to see it (ADR 0180). */
export interface MessageTracing {
  /**
   * Runs `handle` as a step of the message's trace, or of a new one. What it is given carries the step's own context as
   * `traceparent`, and so does what it decides. Throws what `handle` throws.
   */
  message(group: string, message: Envelope, handle: (message: Envelope) => Promise<void>): Promise<void>;
}
