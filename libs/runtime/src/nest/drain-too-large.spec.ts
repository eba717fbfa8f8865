import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import Fastify, { type FastifyInstance } from 'fastify';
import { drainTooLarge } from './drain-too-large';

const MB = 1_048_576;
const PART = Buffer.alloc(256 * 1_024, 'x');
const open: FastifyInstance[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((app) => app.close()));
});

async function serving(drains: boolean): Promise<number> {
  const app = Fastify({ bodyLimit: MB });
  open.push(app);
  if (drains) drainTooLarge(app);
  app.post('/', () => 'taken');
  await app.listen({ port: 0, host: '127.0.0.1' });
  return (app.server.address() as AddressInfo).port;
}

/** Sends a body as a browser does, which reads no answer before it has sent everything; tells what it then read, and whether it could send it all. */
function upload(port: number, bytes: number, head: string): Promise<{ readonly answer: string; readonly isWhole: boolean }> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let [answer, left] = ['', bytes];
    const end = (): void => resolve({ answer, isWhole: left <= 0 });
    const send = (): void => {
      while (left > 0) {
        const isChunked = head.includes('chunked');
        left -= PART.length;
        if (!socket.write(isChunked ? Buffer.concat([Buffer.from(`${PART.length.toString(16)}\r\n`), PART, Buffer.from('\r\n')]) : PART)) return void socket.once('drain', send);
      }
      if (head.includes('chunked')) socket.write('0\r\n\r\n');
      socket.on('data', (chunk) => (answer += chunk.toString()));
    };
    socket.once('error', end).once('close', end);
    socket.write(`POST / HTTP/1.1\r\nhost: here\r\ncontent-type: application/json\r\n${head}\r\n\r\n`, send);
  });
}

const length = (bytes: number): string => `content-length: ${bytes}`;

describe('a body that is too large', () => {
  it.each([['by what it says', length(12 * MB)], ['by what comes', 'transfer-encoding: chunked']])('is read to its end, %s, and whoever sent it reads why', async (_, head) => {
    const { answer, isWhole } = await upload(await serving(true), 12 * MB, head);
    expect([isWhole, answer.split('\r\n')[0]]).toEqual([true, 'HTTP/1.1 413 Payload Too Large']);
  });

  it('isn’t waited for where it doesn’t come, and whoever announced it reads why', async () => {
    const port = await serving(true);
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(port, '127.0.0.1');
      socket.once('data', (chunk) => resolve(chunk.toString())).once('close', () => resolve('closed'));
      socket.write(`POST / HTTP/1.1\r\nhost: here\r\ncontent-type: application/json\r\n${length(12 * MB)}\r\n\r\n{`);
    });
    expect(answer.split('\r\n')[0]).toBe('HTTP/1.1 413 Payload Too Large');
  });

  it('is cut off where nobody reads it, which is what this is for', async () => {
    const { answer, isWhole } = await upload(await serving(false), 12 * MB, length(12 * MB));
    expect(isWhole && answer.includes('413')).toBe(false);
  });

  it('isn’t read where it is far too large', async () => {
    const { isWhole } = await upload(await serving(true), 80 * MB, length(80 * MB));
    expect(isWhole).toBe(false);
  });
});
