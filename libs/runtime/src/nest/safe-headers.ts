import type { FastifyInstance, FastifyRequest } from 'fastify';

/** What no answer of the API may become: a page of another type, or a copy that somebody else sees. */
const API_HEADERS = { 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' };
/** The same for pages, which besides load nothing from elsewhere and stand in no frame. */
const PAGE_HEADERS = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'content-security-policy':
    "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; script-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'",
};

/**
 * What the portal's workers run, of which one decodes photos that strangers send: it may compile the WebAssembly that it is handed, which no page may,
 * and reaches nothing, not even this server.
 */
const WORKER_HEADERS = { ...PAGE_HEADERS, 'content-security-policy': "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'" };

const headersOf = (url: string): Readonly<Record<string, string>> => {
  if (url.startsWith('/api/')) return API_HEADERS;
  return url.startsWith('/assets/workers/') ? WORKER_HEADERS : PAGE_HEADERS;
};

/** Every answer of this server has them. `correlationId`: under what its log speaks of a request, where it has such a thing. */
export function addSafeHeaders(fastify: Pick<FastifyInstance, 'addHook'>, correlationId?: (request: FastifyRequest) => string): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.headers(headersOf(request.url));
    if (correlationId) void reply.header('x-correlation-id', correlationId(request));
    done();
  });
}
