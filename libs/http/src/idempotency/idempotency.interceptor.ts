import { createParamDecorator, Inject, Injectable, UseInterceptors, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { rememberingEach } from '@salvatempo/kernel';
import type { Cause } from '@salvatempo/messaging';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, lastValueFrom, of, type Observable } from 'rxjs';
import type { Principal } from '../identity/principal';
import { sentAnswer, type Answer, type SentAnswer } from './answer';
import { RequestRunner, type Answered, type ChangingRequest } from './request-runner';
import { isUnkept } from './unkept';
import { isUntraced } from './untraced';

interface Known {
  /** A JSON body as it came. */
  text?: string;
  principal?: Principal;
  cause?: Cause;
}

/** `Prefer: wait=N` waits N seconds, at most these. */
const MAX_WAIT_S = 10;

/** Gives a changing route its idempotency, except those marked as Unkept. `Because` brings it; a route that only reads has none of it. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(@Inject(RequestRunner) private readonly requests: RequestRunner) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest & Known>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const decide = (cause: Cause): Promise<Answer> => {
      request.cause = cause;
      return lastValueFrom(next.handle() as Observable<Answer>);
    };
    const running = this.requests[wayOf(context.getHandler())](changingRequest(request), decide);
    return running instanceof Promise ? from(this.answer(request, reply, running)) : of(send(reply, running.sent));
  }

  private async answer(request: FastifyRequest, reply: FastifyReply, running: Promise<Answered>): Promise<string> {
    const { sent, answer } = await running;
    return send(reply, (await this.final(request, answer)) ?? sent);
  }

  /** Only the first request waits for its process; a repeat gets the stored 202 and reads for itself. */
  private async final(request: FastifyRequest, answer: Answer | undefined): Promise<SentAnswer | undefined> {
    const waitS = Number(/\bwait=(\d{1,3})\b/.exec(header(request, 'prefer') ?? '')?.[1] ?? 0);
    if (waitS === 0 || !answer?.whenFinal) return undefined;
    const final = await answer.whenFinal(Math.min(waitS, MAX_WAIT_S) * 1_000);
    return final && sentAnswer(final);
  }
}

/** How the runner takes a route's requests, by its method: what was declared of it is looked for along a chain each time. */
const wayOf = rememberingEach((method: object): 'run' | 'runUnkept' | 'runUntraced' => (isUnkept(method) ? 'runUnkept' : isUntraced(method) ? 'runUntraced' : 'run'));

const changingRequest = (request: FastifyRequest & Known): ChangingRequest => ({
  principal: request.principal?.personId ?? `anybody@${request.ip}`,
  route: `${request.method} ${request.url}`,
  key: header(request, 'idempotency-key'),
  body: request.text ?? (typeof request.body === 'string' ? request.body : JSON.stringify(request.body ?? null)),
  correlationId: request.id,
  tenantId: request.principal?.roles[0]?.organisationId ?? 'territory',
  traceparent: traceparentOf(request),
});

/** W3C Trace Context; whatever else a client may send is nobody's trace. */
const TRACEPARENT = /^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/;

function traceparentOf(request: FastifyRequest): string | undefined {
  const { traceparent } = request.headers;
  return typeof traceparent === 'string' && TRACEPARENT.test(traceparent) ? traceparent : undefined;
}

function send(reply: FastifyReply, sent: SentAnswer): string {
  void reply.status(sent.status).headers(sent.headers);
  return sent.body;
}

function header(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

const causeOfRequest = createParamDecorator((_: unknown, context: ExecutionContext): Cause => {
  const { cause } = context.switchToHttp().getRequest<FastifyRequest & Known>();
  if (!cause) throw new Error('only a changing route has a cause');
  return cause;
});

/** The parameter that gets the cause of what a changing route decides; whoever has one is answered once for its key. */
export const Because = (): ParameterDecorator => (target, method, index) => {
  causeOfRequest()(target, method, index);
  UseInterceptors(IdempotencyInterceptor)(target, method!, Object.getOwnPropertyDescriptor(target, method!)!);
};
