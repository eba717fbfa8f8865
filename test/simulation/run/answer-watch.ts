import { createHash } from 'node:crypto';
import type { Auditor, Committed } from '@salvatempo/testing';
import type { EdgeReply, EdgeRequest } from '../world/edge-messages';

/** One logical request: all that was sent with one key by one program. */
interface Acknowledged {
  readonly status: number;
  readonly digest: string;
}

const SUCCESS = 300;

/**
 * What was promised to people: an acknowledged request has exactly one effect, its repeats say the same byte for byte, and
 * nobody is ever told "unexpected".
 */
export class AnswerWatch {
  private readonly acknowledged = new Map<string, Acknowledged>();
  /** Commits that were decided for a request itself, by its id. */
  private readonly effects = new Map<string, Set<string>>();

  constructor(private readonly auditor: Auditor) {}

  answered({ id, method, url, headers }: EdgeRequest, { status, body, cause }: EdgeReply): void {
    if (status >= 500 && status !== 503)
      this.auditor.note(
        'no-unexpected-error',
        `${method} ${url} of ${id} answered ${status}: ${String((cause as Error | undefined)?.stack ?? cause)}`,
      );
    const key = headers['idempotency-key'];
    if (key === undefined || status >= SUCCESS) return;
    const digest = createHash('sha256').update(body).digest('hex');
    const before = this.acknowledged.get(id);
    if (!before) {
      this.acknowledged.set(id, { status, digest });
      if (!this.effects.has(id) && !MAY_CHANGE_NOTHING.test(url))
        this.auditor.note(
          'acknowledged-has-effect',
          `${method} ${url} of ${id} was answered ${status} and nothing is durable: ${body}`,
        );
    } else if (before.digest !== digest || before.status !== status) {
      this.auditor.note(
        'repeat-says-the-same',
        `${method} ${url} of ${id} answered ${status} ${body} after ${before.status}`,
      );
    }
  }

  committed({ collection, id, version, decided }: Committed): void {
    for (const { message, envelope } of decided) {
      // What a message caused belongs to the request only by way of that message.
      if (CAUSED_BY_MESSAGE.test(message.causationId)) continue;
      const { correlationid } = envelope;
      const effects = this.effects.get(correlationid) ?? new Set();
      effects.add(`${collection}/${id}`);
      this.effects.set(correlationid, effects);
      void version;
    }
  }
}

/**
 * Answers that are right without a message: what was asked already holds, a session was opened that nobody else sees, or a survey's
 * answer was counted, of which no message is made.
 */
const MAY_CHANGE_NOTHING = /\/answers$|\/accreditation$|\/meal-vouchers$|\/threshold-choices$|\/departures$|\/password-resets$|\/sessions\/current$/;
const CAUSED_BY_MESSAGE = /^[a-z]+_[0-9a-z]{26}:\d+:\d+|^deadline:/;
