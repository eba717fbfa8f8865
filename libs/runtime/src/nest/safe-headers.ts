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

/** Every answer of this server has them. `correlationId`: under what its log speaks of a request, where it has such a thing. */
export function addSafeHeaders(fastify: Pick<FastifyInstance, 'addHook'>, correlationId?: (request: FastifyRequest) => string): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.headers(request.url.startsWith('/api/') ? API_HEADERS : PAGE_HEADERS);
    if (correlationId) void reply.header('x-correlation-id', correlationId(request));
    done();
  });
}
