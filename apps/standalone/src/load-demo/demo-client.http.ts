import type { NestFastifyApplication } from '@nestjs/platform-fastify';
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

/** One demo person's calls to the API, in this process; each POST has a key of its own that stays the same when the load is repeated. */
export class DemoClient {
  private token: string | undefined;

  constructor(
    private readonly app: NestFastifyApplication,
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

  private async send(method: 'GET' | 'POST', url: string, body: object | string | undefined): Promise<{ status: number; text: string }> {
    const csv = typeof body === 'string';
    const response = await this.app.inject({
      method,
      url,
      headers: {
        ...(this.token === undefined ? {} : { authorization: `Bearer ${this.token}` }),
        ...(body === undefined ? {} : { 'content-type': csv ? 'text/csv' : 'application/json', 'idempotency-key': `demo:${this.name}`.padEnd(12, '-'), prefer: 'wait=5' }),
      },
      ...(body === undefined ? {} : { payload: csv ? body : JSON.stringify(body) }),
    });
    return { status: response.statusCode, text: response.body };
  }
}
