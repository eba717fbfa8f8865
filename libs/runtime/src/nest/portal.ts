import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** `dist/portal`, seen from the compiled file. */
const PORTAL = join(__dirname, '../../../../portal');
/** Paths that are never the portal's. */
const NOT_PORTAL = /^\/(api|internal|health|metrics|openapi\.json|api-docs|assets)(\/|$)/;

/** Serves the built portal; each of its pages is the same file, and its assets may be kept for ever. */
export async function servePortal(app: NestFastifyApplication): Promise<void> {
  if (!existsSync(join(PORTAL, 'index.html'))) return;
  await app.register(fastifyStatic, {
    root: PORTAL,
    wildcard: false,
    index: false,
    setHeaders: (response, path) => {
      void response.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRequest', (request, reply, done) => {
    const path = request.url.split('?')[0]!;
    const isPage = request.method === 'GET' && !NOT_PORTAL.test(path) && !/\.[a-z0-9]{2,12}$/.test(path);
    if (!isPage) return done();
    void reply.sendFile('index.html');
  });
}
