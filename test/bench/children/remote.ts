import { fork, type ChildProcess } from 'node:child_process';

interface Call {
  readonly number: number;
  readonly name: string;
  readonly argument: unknown;
}

interface Reply {
  readonly number: number;
  readonly result?: unknown;
  readonly error?: string;
}

/** Another process of the bench, called by the names of what it answers. Each arm's work is done in one of these. */
export class Remote {
  private readonly waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
  private calls = 0;

  private constructor(
    private readonly name: string,
    private readonly child: ChildProcess,
  ) {
    child.on('message', (reply: Reply) => this.settle(reply));
    child.on('exit', (code) => this.fail(new Error(`${name} ended with ${code}`)));
  }

  /** Starts the compiled file of this name beside this one. */
  static start(name: string): Remote {
    return new Remote(name, fork(`${__dirname}/${name}.child.js`, [], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] }));
  }

  get pid(): number {
    return this.child.pid!;
  }

  call<T>(name: string, argument?: unknown): Promise<T> {
    const number = ++this.calls;
    return new Promise((resolve, reject) => {
      this.waiting.set(number, { resolve, reject });
      this.child.send({ number, name, argument } satisfies Call, (error) => error && this.settle({ number, error: error.message }));
    });
  }

  /** Ends the process; whatever it keeps is in a temporary folder. */
  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const gone = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill('SIGKILL');
    await gone;
  }

  private settle({ number, result, error }: Reply): void {
    const waiting = this.waiting.get(number);
    this.waiting.delete(number);
    if (error === undefined) waiting?.resolve(result as never);
    else waiting?.reject(new Error(`${this.name}: ${error}`));
  }

  private fail(error: Error): void {
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
  }
}

/** Answers the calls of the process that started this one, and ends with it. */
export function answer(handlers: Readonly<Record<string, (argument: never) => unknown>>): void {
  process.on('disconnect', () => process.exit());
  process.on('message', ({ number, name, argument }: Call) => {
    const reply = (message: Reply): void => void process.send!(message);
    void Promise.resolve()
      .then(() => handlers[name]!(argument as never))
      .then(
        (result) => reply({ number, result }),
        (error: Error) => reply({ number, error: error.stack ?? error.message }),
      );
  });
}
