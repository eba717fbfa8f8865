import type { Envelope } from '@salvatempo/contracts';
import type { Head, PendingMessage } from '@salvatempo/store';
import type { Findings } from './finding';

/** A message that was decided, with its text read. */
export interface Decided {
  readonly message: PendingMessage;
  readonly envelope: Envelope;
}

/** A document after a commit, and what that commit decided. */
export interface Committed {
  readonly collection: string;
  readonly id: string;
  readonly version: number;
  /** Undefined where only the events are known. */
  readonly head?: Head;
  readonly state: unknown;
  readonly decided: readonly Decided[];
}

/** A rule that follows what is committed, one commit after the other, and costs little for each. */
export interface Rule {
  readonly name: string;
  /** Called for each commit. */
  committed?(change: Committed, findings: Findings): void;
  /** Called when nothing is under way any more. `now` is the clock's. */
  atRest?(now: string, findings: Findings): void;
}

export const readMessage = (message: PendingMessage): Decided => ({
  message,
  envelope: JSON.parse(message.body) as Envelope,
});
