import { DAY_MS, MINUTE_MS, SECOND_MS } from '@salvatempo/kernel';
import { WORLD, type SeededRandomness } from '@salvatempo/testing';
import { NO_ANSWER, type Answered } from '../world/network';
import type { EdgeReply } from '../world/edge-messages';
import type { World } from '../world/world';

export interface Sign {
  readonly username: string;
  readonly password: string;
}

/** Everything that a person's program sends goes through here, so that requests can be told apart and repeated. */
export interface Desk {
  readonly world: World;
  readonly send: (who: string, request: Outgoing, id: string) => Promise<Answered>;
  readonly nextId: () => string;
}

export interface Outgoing {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly url: string;
  readonly body?: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

/** A changing request that may be sent again with the same key. */
export interface Errand {
  readonly id: string;
  readonly key: string;
  readonly url: string;
  readonly body: unknown;
}

/** A key's answer is kept for a day; nobody repeats so late. */
const REPEATS_WITHIN_MS = DAY_MS / 2;

/** A person with a program that repeats what was not answered, as the portal does. */
export class Person {
  /** What the person signs in with; undefined before there is an access. */
  sign: Sign | undefined;
  private token: string | undefined;
  private readonly done: { readonly errand: Errand; readonly atMs: number }[] = [];

  constructor(
    readonly name: string,
    private readonly desk: Desk,
    private readonly randomness: SeededRandomness,
  ) {}

  /** Opens an access of the person's own; sometimes two clicks send two requests. */
  async signUp(username: string): Promise<void> {
    const sign = { username, password: `parola-segreta-${username}` };
    const rival = this.randomness.chance(0.2) ? this.post('/api/identity/accounts', sign) : undefined;
    const replies = await Promise.all([this.post('/api/identity/accounts', sign), rival]);
    // Also where no answer came: it may have worked.
    if (replies.some((reply) => !reply || reply.status < 300 || reply.status === 409)) this.sign = sign;
  }

  /** From now on the person knows another password. */
  changeSign(sign: Sign): void {
    this.sign = sign;
    this.token = undefined;
  }

  /** Reads once; undefined where nothing came back or it was refused. */
  async get<T>(url: string): Promise<T | undefined> {
    const reply = await this.signed((headers) =>
      this.desk.send(this.name, { method: 'GET', url, headers }, this.desk.nextId()),
    );
    return reply && reply.status === 200 ? (JSON.parse(reply.body) as T) : undefined;
  }

  /** Changes something, repeating with the same key what wasn't answered; undefined where the person gave up. */
  async post(url: string, body: unknown = {}): Promise<EdgeReply | undefined> {
    const id = this.desk.nextId();
    const errand: Errand = { id, key: `key-${id}`, url, body };
    const reply = await this.attempt(errand);
    if (reply && reply.status < 300) this.done.push({ errand, atMs: this.desk.world.scheduler.clock.monotonicMs() });
    return reply;
  }

  /** Asks what a file or a form would change: without a key, since nothing is changed. */
  async preview(url: string, body: unknown): Promise<void> {
    const type = typeof body === 'string' ? 'text/csv' : 'application/json';
    await this.signed((headers) => this.desk.send(this.name, { method: 'POST', url, body, headers: { ...headers, 'content-type': type } }, this.desk.nextId()));
  }

  /** Takes something away, once. */
  async remove(url: string): Promise<void> {
    const id = this.desk.nextId();
    await this.signed((headers) => this.desk.send(this.name, { method: 'DELETE', url, headers: { ...headers, 'idempotency-key': `key-${id}` } }, id));
  }

  /** Sends an earlier request again although it was answered: a second click, a retry in a library. */
  async repeat(): Promise<void> {
    const last = this.lately(this.randomness.below(3));
    if (last) await this.attempt(last);
  }

  /** A key used for another body. */
  async reuseKey(): Promise<void> {
    const last = this.lately(0);
    if (last) await this.once({ ...last, body: { other: true }, id: this.desk.nextId() });
  }

  /** What was done not so long ago that its key is forgotten; 0 is the last. */
  private lately(ago: number): Errand | undefined {
    const found = this.done.at(-1 - ago);
    const isFresh = found && this.desk.world.scheduler.clock.monotonicMs() - found.atMs < REPEATS_WITHIN_MS;
    return isFresh ? found.errand : undefined;
  }

  private async attempt(errand: Errand): Promise<EdgeReply | undefined> {
    // Two clicks at once.
    if (this.randomness.chance(0.05)) void this.once(errand);
    for (;;) {
      const reply = await this.once(errand);
      if (reply && reply.status !== 503 && !isInFlight(reply)) return reply;
      if (this.randomness.chance(0.1)) return undefined;
      await this.pause(this.randomness.chance(0.1) ? MINUTE_MS * 20 : SECOND_MS * 3);
    }
  }

  private once({ id, key, url, body }: Errand): Promise<EdgeReply | undefined> {
    const type = typeof body === 'string' ? 'text/csv' : body instanceof Uint8Array ? 'application/octet-stream' : 'application/json';
    return this.signed((headers) =>
      this.desk.send(
        this.name,
        { method: 'POST', url, body, headers: { ...headers, 'content-type': type, 'idempotency-key': key } },
        id,
      ),
    );
  }

  /** Signs in where that is needed, and again where the session is over. */
  private async signed(send: (headers: Record<string, string>) => Promise<Answered>): Promise<EdgeReply | undefined> {
    if (this.sign && this.token === undefined) await this.signIn();
    const first = await send(this.token === undefined ? {} : { authorization: `Bearer ${this.token}` });
    if (first === NO_ANSWER) return undefined;
    if (first.status !== 401 || !this.sign) return first;
    this.token = undefined;
    return first;
  }

  /** Tries to sign in, with a wrong password where one is given. */
  async signIn(sign = this.sign): Promise<void> {
    const headers = { 'content-type': 'application/json' };
    const request = { method: 'POST', url: '/api/identity/tokens', body: sign, headers } as const;
    const reply = await this.desk.send(this.name, request, this.desk.nextId());
    if (reply !== NO_ANSWER && reply.status < 300)
      this.token = (JSON.parse(reply.body) as { accessToken: string }).accessToken;
  }

  /** Signs out. */
  async signOut(): Promise<void> {
    if (this.token === undefined) return;
    const id = this.desk.nextId();
    const headers = { authorization: `Bearer ${this.token}`, 'idempotency-key': `key-${id}` };
    this.token = undefined;
    await this.desk.send(this.name, { method: 'DELETE', url: '/api/identity/sessions/current', headers }, id);
  }

  /** Does nothing for up to so long. */
  pause(mostMs: number): Promise<void> {
    return new Promise((resolve) =>
      this.desk.world.scheduler.plan('pause', WORLD, resolve, this.randomness.fraction() * mostMs),
    );
  }
}

const isInFlight = ({ status, body }: EdgeReply): boolean => status === 409 && body.includes('"request-in-flight"');
