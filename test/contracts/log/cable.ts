import { connect, type Socket } from 'node:net';
import type { KafkaOptions } from '@salvatempo/messaging';

/** The connections of one process, which a test can cut for good or for a while. */
export class Cable {
  private readonly sockets = new Set<Socket>();
  private isCut = false;
  private why: Error | undefined;

  readonly socketFactory: NonNullable<KafkaOptions['socketFactory']> = ({ host, port, onConnect }) => {
    const socket = connect({ host, port }, onConnect);
    this.sockets.add(socket);
    socket.once('close', () => this.sockets.delete(socket));
    if (this.isCut) socket.destroy(this.why);
    return socket;
  };

  /** @param why what the client is told, as of a broker whose machine is gone; nothing for the client of a process that died. */
  cut(why?: Error): void {
    this.isCut = true;
    this.why = why;
    for (const socket of this.sockets) socket.destroy(why);
  }

  mend(): void {
    this.isCut = false;
  }
}
