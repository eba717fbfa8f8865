import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

/** From the repository's root, where every command of it runs: the compiled file of this one lies elsewhere. */
const HELD = join(process.cwd(), 'scripts/infra/held.mjs');

export type Servers = { readonly KAFKA_BROKERS: string; readonly MONGODB_URL: string };
export type Command = 'stop-kafka' | 'start-kafka' | 'stop-mongo' | 'start-mongo';

/** A real broker and a MongoDB-speaking server that a test may stop and start again. */
export class HeldInfra {
  private constructor(
    private readonly child: ChildProcess,
    readonly servers: Servers,
  ) {}

  /** Throws Error where they can't be had. */
  static async start(): Promise<HeldInfra> {
    const child = fork(HELD, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    return new HeldInfra(child, await answerOf<Servers>(child));
  }

  async tell(command: Command): Promise<void> {
    const answered = answerOf<string>(this.child);
    this.child.send(command);
    const answer = await answered;
    if (answer !== 'done') throw new Error(`${command}: ${answer}`);
  }

  async end(): Promise<void> {
    const gone = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.disconnect();
    await gone;
  }
}

const answerOf = <T>(child: ChildProcess): Promise<T> =>
  new Promise((resolve, reject) => {
    const ended = (code: number | null): void => reject(new Error(`the servers ended with ${code}`));
    child.once('exit', ended);
    child.once('message', (answer) => {
      child.off('exit', ended);
      resolve(answer as T);
    });
  });
