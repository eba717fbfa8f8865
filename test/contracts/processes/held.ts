import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

/** From the repository's root, where every command of it runs: the compiled file of this one lies elsewhere. */
const HELD = join(process.cwd(), 'scripts/infra/held.mjs');

/** Real servers that a test may stop and start again; they end when this process does. */
export class Held<Addresses, Command extends string> {
  private constructor(
    private readonly child: ChildProcess,
    readonly servers: Addresses,
  ) {}

  /** Throws Error where they can't be had. */
  static async start<Addresses, Command extends string>(name: 'kafka-and-mongo' | 'documentdb'): Promise<Held<Addresses, Command>> {
    const child = fork(HELD, [name], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    return new Held<Addresses, Command>(child, await answerOf<Addresses>(child));
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
