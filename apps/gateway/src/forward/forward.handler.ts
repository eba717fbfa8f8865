import { isSecret, isToken, offeredSecret, ProblemError, sendProblem } from '@salvatempo/http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { rolesIn, type SessionTokens } from '../sign-in/session-tokens.exchange';
import { forwardedHeaders, returnedHeaders } from './passed-headers.policy';
import { NoAnswerError, type UpstreamAnswer, type UpstreamClient } from './upstream.client';
import type { Upstreams } from './upstreams.chooser';

const SIGN_OUT = { method: 'DELETE', path: '/api/identity/sessions/current' };
const SERVICE = /^\/api\/([a-z]+)(?:[/?]|$)/;
/** Whoever meets trouble is asked to come back after so many seconds. */
const RETRY_AFTER_S = 1;

/** Leads a request to a process of the service in its path, as the person whose session it shows. */
export class Forwarder {
  constructor(
    private readonly client: UpstreamClient,
    private readonly upstreams: Upstreams,
    private readonly sessions: SessionTokens,
  ) {}

  async handle(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const service = SERVICE.exec(request.url)?.[1];
    if (service === undefined || !this.upstreams.knows(service)) return void sendProblem(reply, new ProblemError('no-such-route'));
    try {
      const answer = await this.asPerson(request, (token) => this.send(service, request, token));
      void reply.code(answer.statusCode).headers(returnedHeaders(answer.headers));
      await reply.send(answer.body);
    } catch (error) {
      if (!(error instanceof NoAnswerError)) throw error;
      sendProblem(reply, new ProblemError('try-later', { retryAfterS: RETRY_AFTER_S }));
    }
  }

  /** A read of another path of a service, as the person of this request. Throws NoAnswerError. */
  async ask(request: FastifyRequest, service: string, path: string): Promise<{ readonly status: number; readonly text: string }> {
    const answer = await this.asPerson(request, (token) =>
      this.client.send(service, this.upstreams.inTurn(service), { method: 'GET', path, headers: forwardedHeaders(request, token) }),
    );
    return { status: answer.statusCode, text: await answer.body.text() };
  }

  /**
   * A "no" to a remembered token may be out of date, since roles are given while people work: a refusal has no effect, so where
   * the session stands for other roles by now, the request is sent once more.
   */
  private async asPerson(request: FastifyRequest, send: (token: string | undefined) => Promise<UpstreamAnswer>): Promise<UpstreamAnswer> {
    const offered = offeredSecret(request);
    // A cookie holds whatever it was given; what could be no secret is nobody's.
    if (offered === undefined || !isSecret(offered)) return send(undefined);
    if (isToken(offered)) return send(offered);
    const known = this.sessions.known(offered);
    const answer = await send(known ?? (await this.sessions.exchange(offered)));
    if (request.method === SIGN_OUT.method && request.url === SIGN_OUT.path) this.sessions.forget(offered);
    if (known === undefined || (answer.statusCode !== 401 && answer.statusCode !== 403)) return answer;
    const fresh = await this.sessions.exchange(offered);
    if (fresh !== undefined && rolesIn(fresh) === rolesIn(known)) return answer;
    await answer.body.dump();
    return send(fresh);
  }

  private send(service: string, request: FastifyRequest, token: string | undefined): Promise<UpstreamAnswer> {
    const body = request.body instanceof Buffer && request.body.length > 0 ? request.body : undefined;
    return this.client.send(service, this.upstreams.inTurn(service), {
      method: request.method,
      path: request.url,
      headers: forwardedHeaders(request, token),
      ...(body === undefined ? {} : { body }),
    });
  }
}
