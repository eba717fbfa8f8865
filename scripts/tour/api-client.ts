import { randomUUID } from 'node:crypto';

/** An answer that isn't a success, with the problem's code. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly problem: Readonly<Record<string, unknown>>,
    what: string,
  ) {
    super(`${what}: ${status} ${code} ${typeof problem.detailEn === 'string' ? problem.detailEn : ''} ${JSON.stringify(problem.errors ?? '')}`);
  }
}

const MAX_TRIES = 3;
const TRY_AGAIN_MS = 1_000;

interface Sending {
  /** An object is sent as JSON, a text as CSV, bytes as they are. */
  readonly body?: object | string | Uint8Array;
  readonly key?: string;
}

/** One person's calls to the API, over HTTP, with a bearer token once signed in. */
export class ApiClient {
  private token: string | undefined;

  constructor(
    private readonly url: string,
    readonly who: string,
  ) {}

  async signIn(username: string, password: string): Promise<void> {
    const { accessToken } = await this.post<{ accessToken: string }>('/api/identity/tokens', { username, password });
    this.token = accessToken;
  }

  get<T>(path: string): Promise<T> {
    return this.send<T>('GET', path, {});
  }

  /** What isn't one JSON document. Throws ApiError. */
  async bytes(path: string): Promise<Uint8Array> {
    const response = await this.fetch('GET', path, {});
    if (!response.ok) throw new ApiError(response.status, String(response.status), {}, `${this.who}: GET ${path}`);
    return new Uint8Array(await response.arrayBuffer());
  }

  /** Every POST carries a key of its own, and waits for a process that it begins. */
  post<T>(path: string, body: object | string | Uint8Array = {}, key: string = randomUUID()): Promise<T> {
    return this.send<T>('POST', path, { body, key });
  }

  /** The problem that a call that must fail answers with. Throws where it succeeds. */
  async refused(call: Promise<unknown>): Promise<ApiError> {
    try {
      await call;
    } catch (error) {
      if (error instanceof ApiError) return error;
      throw error;
    }
    throw new Error(`${this.who}: a call that must be refused succeeded`);
  }

  private async send<T>(method: string, path: string, sending: Sending): Promise<T> {
    const response = await this.patiently(method, path, sending);
    const text = await response.text();
    const parsed = (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>;
    if (!response.ok) throw new ApiError(response.status, String(parsed.code), parsed, `${this.who}: ${method} ${path}`);
    return parsed as T;
  }

  /** Who is told to try later does, with the same key, as any client may. */
  private async patiently(method: string, path: string, sending: Sending): Promise<Response> {
    for (let tried = 1; ; tried += 1) {
      const response = await this.fetch(method, path, sending);
      if (response.status !== 503 || tried === MAX_TRIES) return response;
      await new Promise((resolve) => setTimeout(resolve, TRY_AGAIN_MS));
    }
  }

  private fetch(method: string, path: string, { body, key }: Sending): Promise<Response> {
    return fetch(this.url + path, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': contentTypeOf(body) }),
        ...(this.token === undefined ? {} : { authorization: `Bearer ${this.token}` }),
        ...(key === undefined ? {} : { 'idempotency-key': key, prefer: 'wait=5' }),
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body) }),
      signal: AbortSignal.timeout(30_000),
    });
  }
}

function contentTypeOf(body: object | string | Uint8Array): string {
  if (typeof body === 'string') return 'text/csv';
  return body instanceof Uint8Array ? 'application/octet-stream' : 'application/json';
}
