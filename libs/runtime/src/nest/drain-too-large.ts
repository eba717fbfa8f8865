import type { FastifyInstance } from 'fastify';
import type { IncomingMessage } from 'node:http';

/** A body that is refused as too large is read to its end up to so many bytes; whoever sends more finds the connection closed. */
const DRAINED_BYTES = 64 * 1_048_576;
/** Whoever sends nothing for so long waits for the answer already, as a client does that asks before it sends. */
const PAUSE_MS = 1_000;
const TOO_LARGE = 413;

/**
 * A body that is too large is read and thrown away before its answer is sent. A browser looks at the answer only once it has sent everything, and
 * a connection that is closed before shows it as broken: the person would never read why. How long it may take in all the server's own limit on a request says.
 */
export function drainTooLarge(fastify: Pick<FastifyInstance, 'addHook'>): void {
  fastify.addHook('onSend', (request, reply, _payload, done) => {
    const declared = Number(request.headers['content-length'] ?? 0);
    if (reply.statusCode !== TOO_LARGE || request.raw.readableEnded || declared > DRAINED_BYTES) done();
    else drained(request.raw, () => done());
  });
}

/** Reads a request without keeping anything of it, to its end, its bound, a pause or its breaking off: then `then`, once. */
function drained(raw: IncomingMessage, then: () => void): void {
  let read = 0;
  const count = (chunk: Buffer): void => {
    read += chunk.length;
    pause.refresh();
    if (read > DRAINED_BYTES) over();
  };
  const over = (): void => {
    clearTimeout(pause);
    raw.off('data', count).off('end', over).off('error', over).off('close', over);
    then();
  };
  if (raw.destroyed) return then();
  const pause = setTimeout(over, PAUSE_MS);
  raw.on('data', count).once('end', over).once('error', over).once('close', over);
  raw.resume();
}
