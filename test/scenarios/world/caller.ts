import { randomUUID } from 'node:crypto';
import { request } from 'node:http';

export interface Answer {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
  /** The parsed body; an empty object where there is none. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- each route answers with its own shape, and the tests look at a part
  readonly body: any;
}

export interface Sending {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** `null` sends none; by default a fresh one with each changing request. */
  readonly key?: string | null;
}

/** One person's requests, as they are: a refusal is an answer like any other. */
export class Caller {
  constructor(
    /** Where the product answers now; it changes with a restart. */
    private readonly url: () => string,
    readonly token?: string,
  ) {}

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send('GET', path, { headers });
  }

  post(path: string, body?: unknown, more: Sending = {}): Promise<Answer> {
    return this.send('POST', path, { body, ...more });
  }

  /** Waits for a process that it begins. Throws Error for a refusal. */
  async made(path: string, body: unknown = {}): Promise<Answer['body']> {
    const answer = await this.post(path, body, { headers: { prefer: 'wait=10' } });
    if (answer.status >= 300) throw new Error(`POST ${path} answered ${answer.status} ${answer.text}`);
    return answer.body;
  }

  async send(method: string, path: string, { body, headers = {}, key }: Sending = {}): Promise<Answer> {
    const changes = method !== 'GET' && method !== 'HEAD';
    const csv = typeof body === 'string';
    const asItIs = csv || body instanceof Uint8Array;
    const response = await fetch(this.url() + path, {
      method,
      headers: {
        ...(this.token === undefined ? {} : { authorization: `Bearer ${this.token}` }),
        ...(body === undefined ? {} : { 'content-type': csv ? 'text/csv' : 'application/json' }),
        ...(changes && key !== null ? { 'idempotency-key': key ?? randomUUID() } : {}),
        ...headers,
      },
      ...(body === undefined ? {} : { body: asItIs ? (body as string) : JSON.stringify(body) }),
      redirect: 'manual',
      signal: AbortSignal.timeout(30_000),
    });
    const text = await response.text();
    const isJson = /\bjson/.test(response.headers.get('content-type') ?? '') && text !== '';
    return { status: response.status, text, headers: response.headers, body: isJson ? JSON.parse(text) : {} };
  }

  /**
   * Begins to send a body of so many bytes, and gives the status that it is answered with. Whoever sends all of it may find the
   * connection closed behind the answer, and never read it.
   */
  announce(path: string, bytes: number, type: string): Promise<number> {
    return new Promise((resolve, reject) => {
      const sending = request(this.url() + path, { method: 'POST', headers: { authorization: `Bearer ${this.token}`, 'idempotency-key': randomUUID(), 'content-type': type, 'content-length': bytes } });
      sending.on('response', (response) => {
        resolve(response.statusCode!);
        sending.destroy();
      });
      sending.on('error', reject);
      sending.write('%PDF-1.4');
    });
  }

  /** The same address with another person's token. */
  as(token: string | undefined): Caller {
    return new Caller(this.url, token);
  }

  /** Signs somebody in. Throws Error where that is refused. */
  async signIn(username: string, password: string): Promise<Caller> {
    const { accessToken } = await this.as(undefined).made('/api/identity/tokens', { username, password });
    return this.as(String(accessToken));
  }

  /** Opens an account and signs in. */
  async signUp(username: string, password: string): Promise<Caller> {
    await this.as(undefined).made('/api/identity/accounts', { username, password });
    return this.signIn(username, password);
  }
}
