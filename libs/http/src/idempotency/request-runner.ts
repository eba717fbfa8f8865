import { hash } from 'node:crypto';
import { randomId, shiftedBy, type Ambient, type Instant } from '@salvatempo/kernel';
import { DECISION_DEADLINE_MS, type Cause } from '@salvatempo/messaging';
import type { KeyRecord, Store } from '@salvatempo/store';
import { problemDocument } from '../problems/problem-document';
import { problemOfError } from '../problems/problem-of-error';
import { ProblemError } from '../problems/problem.error';
import { sentAnswer, type Answer, type SentAnswer } from './answer';
import { RecentAnswers } from './recent-answers';

/** A changing request, as far as repeating it goes. */
export interface ChangingRequest {
  /** The person, or the address of somebody not signed in. */
  readonly principal: string;
  /** Method and path with its ids. */
  readonly route: string;
  /** The Idempotency-Key header. */
  readonly key: string | undefined;
  /** The body as it came. */
  readonly body: string;
  readonly correlationId: string;
  readonly tenantId: string;
  /** Of the trace that the request is part of, if it is. */
  readonly traceparent?: string | undefined;
}

/** What a request is answered; `answer` where it was decided now. */
export interface Answered {
  readonly sent: SentAnswer;
  readonly answer?: Answer;
}

const KEY_PATTERN = /^[\w.:-]{8,80}$/;

function rightKey({ key }: ChangingRequest): string {
  if (key === undefined) throw new ProblemError('idempotency-key-missing');
  if (!KEY_PATTERN.test(key)) throw new ProblemError('idempotency-key-invalid');
  return key;
}

const deadlineOf = shiftedBy(DECISION_DEADLINE_MS);

const causeFor = ({ correlationId, tenantId, traceparent }: ChangingRequest, id: string, time: Instant): Cause =>
  traceparent === undefined ? { id, time, correlationId, tenantId } : { id, time, correlationId, tenantId, traceparent };

const made = (answer: Answer): Required<Answered> => ({ answer, sent: sentAnswer(answer) });

/**
 * Runs a changing request once for its key: the key's document is inserted first and is the cause of
 * whatever is decided; the answer is stored after it and repeated byte for byte. A repeat that finds no answer looks for
 * the effect, and decides again only where there is none and the first request's time is over.
 */
export class RequestRunner {
  private readonly recent = new RecentAnswers();
  private readonly digestKey: string;

  constructor(
    private readonly store: Store,
    private readonly ambient: Ambient,
    /** Bodies hold passwords: without this key nobody can try passwords against a stored digest. */
    digestKey: Uint8Array,
  ) {
    this.digestKey = Buffer.from(digestKey).toString('base64url');
  }

  /**
   * The answer, at once where this process remembers it. Throws ProblemError for a missing, reused or busy key, and whatever
   * `decide` throws.
   */
  run(request: ChangingRequest, decide: (cause: Cause) => Promise<Answer>): Answered | Promise<Answered> {
    const { principal, route, body } = request;
    const key = rightKey(request);
    const now = this.ambient.clock.now();
    const bodyHash = this.digest(principal, route, key, body);
    const known = this.recent.of(bodyHash, now);
    if (known) return { sent: known };
    return this.claim({ id: this.digest(principal, route, key), bodyHash, createdAt: now, deadlineAt: deadlineOf(now) }, request, decide);
  }

  private async claim(record: KeyRecord, request: ChangingRequest, decide: (cause: Cause) => Promise<Answer>): Promise<Answered> {
    const cause = causeFor(request, record.id, record.createdAt);
    const stored = await this.store.keys.claim(record);
    if (!stored) return this.first(cause, decide, record);
    if (stored.bodyHash !== record.bodyHash) throw new ProblemError('idempotency-key-reused');
    if (stored.answer !== undefined) return { sent: this.remember(stored, JSON.parse(stored.answer) as SentAnswer) };
    return this.repeat(stored, record, { ...cause, time: stored.createdAt }, decide);
  }

  /** Runs a changing request whose answer is a secret: nothing of it is kept, and each time is a first one. */
  async runUnkept(request: ChangingRequest, decide: (cause: Cause) => Promise<Answer>): Promise<Answered> {
    const { clock, randomness } = this.ambient;
    return made(await decide(causeFor(request, randomId('req', randomness), clock.now())));
  }

  /**
   * Runs a changing request of which nothing is kept: neither who asked, nor when, nor the answer. Throws ProblemError for a missing
   * or malformed key. The cause says nothing but which attempt it is, and not even that to somebody without the territory's key.
   */
  async runUntraced(request: ChangingRequest, decide: (cause: Cause) => Promise<Answer>): Promise<Answered> {
    const id = this.digest('untraced', request.route, rightKey(request));
    return made(await decide({ id, time: this.ambient.clock.now(), correlationId: 'untraced', tenantId: 'territory' }));
  }

  /** Who repeats once does it again. */
  private remember({ bodyHash, createdAt }: KeyRecord, sent: SentAnswer): SentAnswer {
    this.recent.remember(bodyHash, createdAt, sent);
    return sent;
  }

  /**
   * SHA-512/256 behind the key: unlike SHA-256 it can't be continued without it, and it costs a third of an HMAC. Each part says
   * how long it is, so that none can pass for another's end.
   */
  private digest(...parts: readonly string[]): string {
    let text = this.digestKey;
    for (const part of parts) text += `${part.length}:${part}`;
    return hash('sha512-256', text, 'base64url');
  }

  private async first(cause: Cause, decide: (cause: Cause) => Promise<Answer>, record: KeyRecord): Promise<Answered> {
    try {
      const { answer, sent } = made(await decide(cause));
      this.remember(record, sent);
      // Not waited for: the effect is durable, and a repeat that finds no answer makes the same one from it.
      this.store.keys.answer(cause.id, JSON.stringify(sent)).catch(() => undefined);
      return { sent, answer };
    } catch (error) {
      const { status } = problemDocument(problemOfError(error));
      if (status < 500) await this.store.keys.release(cause.id);
      throw error;
    }
  }

  private async repeat(stored: KeyRecord, record: KeyRecord, cause: Cause, decide: (cause: Cause) => Promise<Answer>): Promise<Answered> {
    if (stored.deadlineAt > record.createdAt) return made(await decide({ ...cause, lookup: 'only' }));
    const mine = await this.store.keys.renew(stored.id, stored.deadlineAt, record.deadlineAt);
    if (!mine) throw new ProblemError('request-in-flight', { retryAfterS: 1 });
    return this.first({ ...cause, lookup: 'then-decide' }, decide, { ...record, createdAt: stored.createdAt });
  }
}
