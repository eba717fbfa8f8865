import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answer } from './remote';

export interface RawBodies {
  /** What a read answers, and what a write answers: as long as the product's. */
  readonly read: string;
  readonly write: string;
}

function respond(response: ServerResponse, body: string): void {
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(body) });
  response.end(body);
}

/** L0: what HTTP alone costs on this machine, with equal requests and bodies of equal length. */
function handle(bodies: RawBodies, request: IncomingMessage, response: ServerResponse): void {
  if (request.method === 'GET') return respond(response, bodies.read);
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    JSON.parse(Buffer.concat(chunks).toString());
    respond(response, bodies.write);
  });
}

answer({
  async listen(bodies: RawBodies): Promise<number> {
    const server = createServer((request, response) => handle(bodies, request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return (server.address() as AddressInfo).port;
  },
});
