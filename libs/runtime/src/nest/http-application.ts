import { hash } from 'node:crypto';
import { ModulesContainer, NestFactory, Reflector } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AccessGuard, Authenticator, FILE_TYPE, ProblemError, ProblemFilter, takesFile, validationPipe, XLSX_TYPE } from '@salvatempo/http';
import { LogServer } from '@salvatempo/messaging';
import type { DynamicModule } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { parse } from 'secure-json-parse';
import type { Randomness } from '@salvatempo/kernel';
import { Consumers } from '../operations/consumers';
import { MAX_BLOB_BYTES } from '@salvatempo/store';
import type { PlatformPorts } from '../ports';
import { consumerReport } from '../log/consumer-report';
import { countHandled } from '../metrics/figures';
import { traceRequests } from '../tracing/trace-requests';
import { assertChangesAreIdempotent } from './changing-routes';
import { drainTooLarge } from './drain-too-large';
import { addSafeHeaders } from './safe-headers';

export const MAX_BODY_BYTES = 1_048_576;
/** A client that sends nothing for so long is let go, so that it doesn't hold up a shutdown. */
const KEEP_ALIVE_MS = 5_000;
const REQUEST_TIMEOUT_MS = 30_000;

export interface HttpOptions {
  /** Whom a request comes from is said by the gateway, which puts its own word in the place of the client's. */
  readonly behindGateway?: boolean;
  /** Told of a consumer group that has something to do and does nothing. */
  readonly onStandstill?: (group: string) => void;
}

function adapter(ports: PlatformPorts, { behindGateway = false }: HttpOptions): FastifyAdapter {
  const fastify = new FastifyAdapter({
    bodyLimit: MAX_BODY_BYTES,
    keepAliveTimeout: KEEP_ALIVE_MS,
    requestTimeout: REQUEST_TIMEOUT_MS,
    routerOptions: { maxParamLength: 200 },
    genReqId: correlationIds(ports.ambient.randomness),
    requestIdHeader: false,
    trustProxy: behindGateway ? (_address: string, hop: number) => hop === 0 : false,
  });
  return fastify;
}

/** Ids that no other request has: what is by chance this process's own, and a number. They are no secret. */
function correlationIds(randomness: Randomness): () => string {
  const ours = Buffer.from(randomness.bytes(12)).toString('base64url');
  let made = 0;
  return () => `${ours}-${(++made).toString(36)}`;
}

/**
 * A Nest application of one or more services on fastify, with our transport beside it: problems, sign-in, idempotency,
 * validation and limits are the same everywhere. Not listening yet; the consumers start with `startAllMicroservices`.
 */
export async function httpApplication(root: DynamicModule, ports: PlatformPorts, options: HttpOptions = {}): Promise<{ app: NestFastifyApplication; server: LogServer }> {
  const app = await NestFactory.create<NestFastifyApplication>(root, adapter(ports, options), { logger: false, abortOnError: false, bodyParser: false });
  const fastify = app.getHttpAdapter().getInstance();
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'string' }, readJson);
  fastify.addContentTypeParser('text/csv', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  fastify.addContentTypeParser(XLSX_TYPE, { parseAs: 'buffer' }, readBytes);
  fastify.addContentTypeParser(FILE_TYPE, { parseAs: 'buffer', bodyLimit: MAX_BLOB_BYTES }, readFile);
  // Before it is read: a route that expects a form would walk through ten million bytes one by one.
  fastify.addHook('onRequest', (request, _reply, done) => {
    const isFile = (request.headers['content-type'] ?? '').toLowerCase().startsWith(FILE_TYPE);
    done(isFile && !takesFile(request.routeOptions.config) ? new ProblemError('unsupported-media-type') : undefined);
  });
  traceRequests(fastify, ports.tracing);
  addSafeHeaders(fastify, (request) => request.id);
  drainTooLarge(fastify);
  app.useGlobalPipes(validationPipe());
  app.useGlobalGuards(new AccessGuard(app.get(Reflector), app.get(Authenticator)));
  assertChangesAreIdempotent(app.get(ModulesContainer));
  app.useGlobalFilters(new ProblemFilter((error, correlationId) => ports.processLog.error({ error, correlationId }, 'unexpected error in a request')));
  const server = new LogServer({ store: ports.store, log: ports.log, ambient: ports.ambient, report: consumerReport(ports.processLog, options.onStandstill), handled: countHandled, tracing: ports.tracing });
  app.get(Consumers).of(server);
  app.connectMicroservice({ strategy: server });
  return { app, server };
}

/** An empty body is none: a POST that needs nothing may say it is JSON all the same. Prototype tricks are refused. */
function readJson(request: FastifyRequest & { text?: string }, body: string | Buffer, done: (error: Error | null, value?: unknown) => void): void {
  const text = body.toString();
  request.text = text;
  if (text.trim() === '') return done(null, undefined);
  try {
    const value: unknown = parse(text, undefined, { protoAction: 'error', constructorAction: 'ignore' });
    done(isDeep(value) ? new ProblemError('invalid-json') : null, value);
  } catch {
    done(new ProblemError('invalid-json'));
  }
}

/** A file of bytes; as text it is only compared with what came before under the same key. */
function readBytes(request: FastifyRequest & { text?: string }, body: string | Buffer, done: (error: Error | null, value?: unknown) => void): void {
  request.text = body.toString('base64');
  done(null, body);
}

/** A file that may be large: by its digest it is compared with what came before under the same key. */
function readFile(request: FastifyRequest & { text?: string }, body: string | Buffer, done: (error: Error | null, value?: unknown) => void): void {
  request.text = hash('sha256', body, 'hex');
  done(null, body);
}

/** Deeper than anything that a route declares; whoever walks through more would run out of stack. */
const MAX_DEPTH = 32;

const isDeep = (value: unknown, left = MAX_DEPTH): boolean =>
  typeof value === 'object' && value !== null && (left === 0 || Object.values(value).some((inner) => isDeep(inner, left - 1)));
