import { Agent, request, type Dispatcher } from 'undici';

/** A service closes a connection that was idle for 5 s; this side lets go of it before that, so that no request meets the closing. */
const IDLE_MS = 3_000;
const CONNECT_WITHIN_MS = 1_000;
/** Longer than anybody may ask a service to wait for the end of a process. */
const ANSWER_WITHIN_MS = 30_000;
const CONNECTIONS_TO_EACH = 256;

/** Nobody took the request: neither a refused connection nor one that doesn't come about has had an effect. */
const NOT_TAKEN = new Set(['ECONNREFUSED', 'UND_ERR_CONNECT_TIMEOUT', 'EHOSTUNREACH', 'ENOTFOUND']);

export type UpstreamAnswer = Dispatcher.ResponseData;

/** Thrown where no replica took the request, or the one that did gave no answer: in the second case the effect is unknown. */
export class NoAnswerError extends Error {
  constructor(service: string, reason: string) {
    super(`${service} does not answer: ${reason}`);
    this.name = 'NoAnswerError';
  }
}

export interface UpstreamRequest {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body?: Buffer;
}

/** Keeps connections to the replicas of all services alive. */
export class UpstreamClient {
  private readonly dispatcher = new Agent({
    connections: CONNECTIONS_TO_EACH,
    keepAliveTimeout: IDLE_MS,
    keepAliveMaxTimeout: IDLE_MS,
    connect: { timeout: CONNECT_WITHIN_MS },
    headersTimeout: ANSWER_WITHIN_MS,
    bodyTimeout: ANSWER_WITHIN_MS,
  });

  /** The answer of the first replica that takes the request. Throws NoAnswerError. */
  async send(service: string, replicas: readonly string[], { method, path, headers, body }: UpstreamRequest): Promise<UpstreamAnswer> {
    let reason = 'it has no process';
    for (const address of replicas) {
      try {
        return await request(`${address}${path}`, { dispatcher: this.dispatcher, method: method as Dispatcher.HttpMethod, headers, body: body ?? null });
      } catch (error) {
        const { code = '', message } = error as Error & { code?: string };
        reason = code || message;
        if (!NOT_TAKEN.has(code)) break;
      }
    }
    throw new NoAnswerError(service, reason);
  }

  close(): Promise<void> {
    return this.dispatcher.close();
  }
}
