import type { Timers } from '@salvatempo/kernel';

const TRIES = 200;
const AGAIN_MS = 25;

/** A call of the demo that the API refused: the demo's files and the product don't fit together. */
export class DemoRefusedError extends Error {
  constructor(path: string, status: number, body: string) {
    super(`the demo could not be loaded: ${path} answered ${status} ${body.slice(0, 500)}`);
    this.name = 'DemoRefusedError';
  }
}

/** The API of a running product: of this process, or at an address. */
export interface DemoApi {
  send(method: 'GET' | 'POST', path: string, headers: Readonly<Record<string, string>>, body: string | undefined): Promise<{ readonly status: number; readonly text: string }>;
}

/** One demo person's calls to the API; each POST has a key of its own that stays the same when the load is repeated. */
export class DemoClient {
  private token: string | undefined;

  constructor(
    private readonly api: DemoApi,
    private readonly timers: Timers,
    private readonly name: string,
  ) {}

  async signIn(username: string, password: string): Promise<void> {
    const { accessToken } = await this.post<{ accessToken: string }>('/api/identity/tokens', { username, password });
    this.token = accessToken;
  }

  async post<T>(path: string, body: object | string): Promise<T> {
    const { status, text } = await this.send('POST', path, body);
    if (status >= 300) throw new DemoRefusedError(path, status, text);
    return JSON.parse(text) as T;
  }

  /** Like `post`, but what is there already (409) is as good. */
  async ensure(path: string, body: object | string): Promise<void> {
    const { status, text } = await this.send('POST', path, body);
    if (status >= 300 && status !== 409) throw new DemoRefusedError(path, status, text);
  }

  /** Asks until the answer is right: it follows from events that are on their way. */
  async until<T>(path: string, right: (answer: T) => boolean): Promise<T> {
    for (let tries = 1; ; tries++) {
      const { status, text } = await this.send('GET', path, undefined);
      if (status < 300 && right(JSON.parse(text) as T)) return JSON.parse(text) as T;
      if (tries === TRIES) throw new DemoRefusedError(path, status, text);
      await new Promise<void>((resolve) => this.timers.after(AGAIN_MS, resolve));
    }
  }

  private send(method: 'GET' | 'POST', path: string, body: object | string | undefined): Promise<{ status: number; text: string }> {
    const isCsv = typeof body === 'string';
    const headers = {
      ...(this.token === undefined ? {} : { authorization: `Bearer ${this.token}` }),
      ...(body === undefined ? {} : { 'content-type': isCsv ? 'text/csv' : 'application/json', 'idempotency-key': `demo:${this.name}`.padEnd(12, '-'), prefer: 'wait=5' }),
    };
    return this.api.send(method, path, headers, body === undefined ? undefined : isCsv ? body : JSON.stringify(body));
  }
}
