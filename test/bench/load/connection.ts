import { connect, type Socket } from 'node:net';

export interface Received {
  readonly status: number;
  readonly body: Buffer;
}

const HEAD_END = '\r\n\r\n';

/** One keep-alive connection with one request at a time. Nothing but sockets, so that the client's own cost stays small. */
export class Connection {
  private received: Buffer | undefined;
  private waiting: { take: (received: Received) => void; fail: (error: Error) => void } | undefined;
  private broken: Error | undefined;

  private constructor(private readonly socket: Socket) {
    socket.setNoDelay(true);
    socket.on('data', (chunk: Buffer) => this.add(chunk));
    socket.on('error', (error) => this.fail(error));
    socket.on('close', () => this.fail(new Error('the server closed the connection')));
  }

  static open(port: number): Promise<Connection> {
    return new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => resolve(new Connection(socket)));
      socket.once('error', reject);
    });
  }

  /** Sends a whole request and hands over the answer; calls back directly, since a promise each would cost. */
  send(request: string, take: (received: Received) => void, fail: (error: Error) => void): void {
    if (this.broken) return fail(this.broken);
    this.waiting = { take, fail };
    this.socket.write(request, 'latin1');
  }

  close(): void {
    this.waiting = undefined;
    this.socket.destroy();
  }

  private add(chunk: Buffer): void {
    this.received = this.received ? Buffer.concat([this.received, chunk]) : chunk;
    const headEnd = this.received.indexOf(HEAD_END);
    if (headEnd < 0) return;
    const head = this.received.toString('latin1', 0, headEnd);
    const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
    if (length === undefined) return this.fail(new Error(`an answer without a length: ${head}`));
    const from = headEnd + HEAD_END.length;
    const end = from + Number(length);
    if (this.received.length < end) return;
    const body = this.received.subarray(from, end);
    this.received = undefined;
    const { waiting } = this;
    this.waiting = undefined;
    waiting?.take({ status: Number(head.slice(9, 12)), body });
  }

  private fail(error: Error): void {
    this.broken = error;
    const { waiting } = this;
    this.waiting = undefined;
    waiting?.fail(error);
  }
}
