import type { FastifyInstance } from 'fastify';
import { eventually } from '@salvatempo/testing';

/** One person's calls to a whole application, put in front of its router without a network. */
export class InjectClient {
  private token: string | undefined;
  private sent = 0;

  constructor(
    private readonly fastify: FastifyInstance,
    /** Tells this client's keys from those of others. */
    private readonly name: string,
  ) {}

  async signIn(username: string, password: string): Promise<void> {
    ({ accessToken: this.token } = await this.post<{ accessToken: string }>('/api/identity/tokens', {
      username,
      password,
    }));
  }

  get<T>(url: string): Promise<T> {
    return this.call('GET', url);
  }

  /** Every POST has a key of its own, and waits for a process that it begins. Throws for a problem, with its status and code. */
  post<T>(url: string, body: object | string): Promise<T> {
    return this.call('POST', url, body);
  }

  /** Reads until the answer is right: it follows from events that are on their way. */
  async until<T>(url: string, right: (answer: T) => boolean): Promise<T> {
    let last: T | undefined;
    await eventually(async () => right((last = await this.get<T>(url))), `${url} to be right`, { withinMs: 10_000 });
    return last!;
  }

  private async call<T>(method: 'GET' | 'POST', url: string, body?: object | string): Promise<T> {
    const isFile = typeof body === 'string';
    this.sent += 1;
    const answer = await this.fastify.inject({
      method,
      url,
      headers: {
        ...(this.token === undefined ? {} : { authorization: `Bearer ${this.token}` }),
        ...(body === undefined ? {} : { 'content-type': isFile ? 'text/csv' : 'application/json', prefer: 'wait=5' }),
        ...(body === undefined ? {} : { 'idempotency-key': `${this.name}-request-${this.sent}` }),
      },
      ...(body === undefined ? {} : { payload: isFile ? body : JSON.stringify(body) }),
    });
    if (answer.statusCode >= 300) throw new Error(`${method} ${url} answered ${answer.statusCode} ${answer.body}`);
    return JSON.parse(answer.body) as T;
  }
}
