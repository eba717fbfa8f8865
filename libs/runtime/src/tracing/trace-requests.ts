import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { RequestStep, Tracing } from './tracing';

/** Makes each request of a server a step of a trace; what it calls and decides goes on from there. Nothing where there is no tracing. */
export function traceRequests(fastify: Pick<FastifyInstance, 'addHook'>, tracing: Tracing | undefined): void {
  if (tracing === undefined) return;
  const steps = new WeakMap<FastifyRequest, RequestStep>();
  fastify.addHook('onRequest', (request, _reply, done) => {
    const { method, headers, id } = request;
    const { traceparent } = headers;
    const step = tracing.request({ method, route: request.routeOptions.url ?? 'unknown', traceparent: typeof traceparent === 'string' ? traceparent : undefined, correlationId: id });
    steps.set(request, step);
    headers.traceparent = step.traceparent;
    done();
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    steps.get(request)?.end(reply.statusCode);
    done();
  });
}
