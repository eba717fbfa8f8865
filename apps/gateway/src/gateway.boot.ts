import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import rateLimit from '@fastify/rate-limit';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { FILE_TYPE, ProblemError, ProblemFilter, sendProblem } from '@salvatempo/http';
import { addSafeHeaders, drainTooLarge, MAX_BODY_BYTES, servePortal, traceRequests, type ServiceAddresses, type TerritoryKeys, type Tracing } from '@salvatempo/runtime';
import type { Clock } from '@salvatempo/kernel';
import { MAX_BLOB_BYTES } from '@salvatempo/store';
import { Forwarder } from './forward/forward.handler';
import { UpstreamClient } from './forward/upstream.client';
import { Upstreams } from './forward/upstreams.chooser';
import { serveHealth } from './health/health.route';
import { RecentEvents } from './operations/recent-events.route';
import { SessionTokens } from './sign-in/session-tokens.exchange';

/** `docs/generated/openapi.json`, seen from the compiled file. */
const OPENAPI = join(__dirname, '../../../../docs/generated/openapi.json');
const KEEP_ALIVE_MS = 5_000;
const REQUEST_WITHIN_MS = 30_000;
/** Requests of one address; a person's page makes a dozen, a program that walks a whole journey some hundreds. */
const RATE = { max: 5_000, timeWindow: 10_000 } as const;

export interface GatewayPorts {
  readonly addresses: ServiceAddresses;
  readonly keys: TerritoryKeys;
  readonly clock: Clock;
  readonly tracing?: Tracing | undefined;
}

@Module({})
class GatewayModule {}

/** The one address of a territory whose services are processes of their own. Not listening yet. */
export async function gatewayApplication({ addresses, keys, clock, tracing }: GatewayPorts): Promise<{ app: NestFastifyApplication; close: () => Promise<void> }> {
  const adapter = new FastifyAdapter({ bodyLimit: MAX_BODY_BYTES, keepAliveTimeout: KEEP_ALIVE_MS, requestTimeout: REQUEST_WITHIN_MS, trustProxy: false });
  const app = await NestFactory.create<NestFastifyApplication>(GatewayModule, adapter, { logger: false, abortOnError: false, bodyParser: false });
  const fastify = app.getHttpAdapter().getInstance();
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser(FILE_TYPE, { parseAs: 'buffer', bodyLimit: MAX_BLOB_BYTES }, (_request, body, done) => done(null, body));
  fastify.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  traceRequests(fastify, tracing);
  addSafeHeaders(fastify);
  drainTooLarge(fastify);
  app.useGlobalFilters(new ProblemFilter(() => undefined));
  await app.register(rateLimit, { ...RATE, errorResponseBuilder: (_request, { ttl }) => new ProblemError('too-many-requests', { retryAfterS: Math.ceil(ttl / 1_000) }) });
  fastify.setErrorHandler((error, _request, reply) => void sendProblem(reply, problemOf(error)));

  const client = new UpstreamClient();
  const upstreams = new Upstreams(addresses);
  const forwarder = new Forwarder(client, upstreams, new SessionTokens(client, upstreams, keys, clock));
  const recent = new RecentEvents(() => addresses.services, (request, service, path) => forwarder.ask(request, service, path), clock);
  fastify.get('/api/operations/events', (request, reply) => recent.handle(request, reply));
  fastify.all('/api/*', (request, reply) => forwarder.handle(request, reply));
  serveHealth(fastify, client, addresses);
  if (existsSync(OPENAPI)) SwaggerModule.setup('api-docs', app, JSON.parse(readFileSync(OPENAPI, 'utf8')) as OpenAPIObject, { jsonDocumentUrl: 'openapi.json' });
  await servePortal(app);
  await app.init();
  return { app, close: () => app.close().then(() => client.close()) };
}

function problemOf(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  const { statusCode } = error as { statusCode?: number };
  return new ProblemError(statusCode === 413 ? 'too-large' : statusCode === 400 ? 'invalid-request' : 'unexpected');
}
