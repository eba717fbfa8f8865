import { addMs, type Instant } from '@salvatempo/kernel';
import type { KeyRecord } from '@salvatempo/store';
import { ProblemError } from '../problems/problem.error';
import type { SentAnswer } from './answer';
import { KEYS_KEPT_FOR_MS } from './key-retention';

/** Answers of this process that a repeat gets without a look at the store. */
const MAX_ANSWERS = 5_000;
/** A longer body is read from the store. */
const MAX_BODY_CHARACTERS = 4_096;

interface Recent {
  readonly bodyHash: string;
  readonly sent: SentAnswer;
  readonly until: Instant;
}

/** The newest answers, by key. An answer never changes, so one that is here is the one that is stored. */
export class RecentAnswers {
  private readonly answers = new Map<string, Recent>();

  /** The answer to a repeat; undefined where it isn't known here. Throws ProblemError `idempotency-key-reused` for another body. */
  of({ id, bodyHash, createdAt }: KeyRecord): SentAnswer | undefined {
    const known = this.answers.get(id);
    if (!known || known.until <= createdAt) return undefined;
    if (known.bodyHash !== bodyHash) throw new ProblemError('idempotency-key-reused');
    return known.sent;
  }

  remember({ id, bodyHash, createdAt }: KeyRecord, sent: SentAnswer): void {
    if (sent.body.length > MAX_BODY_CHARACTERS) return;
    if (this.answers.size >= MAX_ANSWERS) this.answers.delete(this.answers.keys().next().value!);
    this.answers.set(id, { bodyHash, sent, until: addMs(createdAt, KEYS_KEPT_FOR_MS) });
  }
}
