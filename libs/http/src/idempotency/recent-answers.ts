import { BoundedMap, shiftedBy, type Instant } from '@salvatempo/kernel';
import type { SentAnswer } from './answer';
import { KEYS_KEPT_FOR_MS } from './key-retention';

/** Answers of this process that a repeat gets without a look at the store. */
const MAX_ANSWERS = 5_000;
/** A longer body is read from the store. */
const MAX_BODY_CHARACTERS = 4_096;

const keptSince = shiftedBy(-KEYS_KEPT_FOR_MS);

interface Recent {
  readonly sent: SentAnswer;
  readonly askedAt: Instant;
}

/**
 * The newest answers, each under a digest of the whole request, its body too: what has the same one is a repeat. An answer never
 * changes, so one that is here is the one that is stored.
 */
export class RecentAnswers {
  private readonly answers = new BoundedMap<string, Recent>(MAX_ANSWERS);

  /** The answer to a repeat at an instant; undefined where it isn't known here. */
  of(request: string, at: Instant): SentAnswer | undefined {
    const known = this.answers.get(request);
    return known && known.askedAt > keptSince(at) ? known.sent : undefined;
  }

  /** `askedAt`: when the request was made for the first time. */
  remember(request: string, askedAt: Instant, sent: SentAnswer): void {
    if (sent.body.length > MAX_BODY_CHARACTERS) return;
    this.answers.set(request, { sent, askedAt });
  }
}
