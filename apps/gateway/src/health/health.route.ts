import { collectDefaultMetrics, register } from 'prom-client';
import { ProblemError, sendProblem } from '@salvatempo/http';
import type { ServiceAddresses } from '@salvatempo/runtime';
import type { FastifyInstance } from 'fastify';
import type { UpstreamClient } from '../forward/upstream.client';

/** `/health/live`: this process runs. `/health/ready`: every service has a process that is ready; `revision` says either way of which list of them. `/metrics`: figures for Prometheus. */
export function serveHealth(fastify: FastifyInstance, client: UpstreamClient, addresses: ServiceAddresses): void {
  if (register.getMetricsAsArray().length === 0) collectDefaultMetrics();
  const isReady = async (service: string): Promise<boolean> => {
    const answer = await client.send(service, addresses.of(service), { method: 'GET', path: '/health/ready', headers: {} }).catch(() => undefined);
    await answer?.body.dump();
    return answer?.statusCode === 200;
  };
  fastify.get('/health/live', () => ({ status: 'ok' }));
  fastify.get('/health/ready', async (_request, reply) => {
    const { services, revision } = addresses;
    const ready = await Promise.all(services.map(isReady));
    const missing = services.filter((_, n) => !ready[n]);
    if (services.length === 0 || missing.length > 0) return void sendProblem(reply, new ProblemError('try-later', { retryAfterS: 1, extra: { missing, revision } }));
    await reply.send({ status: 'ok', revision });
  });
  fastify.get('/metrics', async (_request, reply) => reply.header('content-type', register.contentType).send(await register.metrics()));
}
