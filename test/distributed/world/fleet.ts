import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { eventually } from '@salvatempo/testing';
import type { Servers } from './held-infra';

const ROOT = join(__dirname, '../../..');
const STARTS_WITHIN_MS = 90_000;

export interface Member {
  readonly name: string;
  readonly url: string;
  readonly pid: number;
}

export interface FleetOptions {
  readonly dataDir: string;
  readonly territory: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** The product as one process for each service, as `npm run start:distributed` runs it. */
export class Fleet {
  /** What it printed so far, on both streams. */
  output = '';
  private readonly child: ChildProcess;
  private readonly ended: Promise<number | null>;

  private constructor(servers: Servers, { dataDir, territory, args = [], env: more = {} }: FleetOptions) {
    const { PATH, HOME, TMPDIR, LANG } = process.env;
    const env = { PATH, HOME, TMPDIR, LANG, ...more, ...servers, DATA_DIR: dataDir, TERRITORY: territory, PORT: '0' };
    // A process group of its own, to be ended as a whole.
    this.child = spawn(process.execPath, ['scripts/run.mjs', 'start:distributed', ...args], { cwd: ROOT, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [this.child.stdout!, this.child.stderr!]) stream.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    this.ended = new Promise((resolve) => this.child.once('close', resolve));
  }

  static async start(servers: Servers, options: FleetOptions): Promise<Fleet> {
    const fleet = new Fleet(servers, options);
    let isOver = false;
    void fleet.ended.then(() => (isOver = true));
    await eventually(() => isOver || /^Salvatempo: /m.test(fleet.output), 'the product to say where it is', { withinMs: STARTS_WITHIN_MS }).catch((error: Error) => {
      fleet.end();
      throw new Error(`${error.message}\n${fleet.output.slice(-3_000)}`);
    });
    if (isOver) throw new Error(`it ended before it was ready:\n${fleet.output}`);
    return fleet;
  }

  get url(): string {
    return /^Salvatempo: (http:\/\/\S+)$/m.exec(this.output)![1]!;
  }

  async members(name?: string): Promise<readonly Member[]> {
    const { processes } = (await (await fetch(`${this.control}/status`)).json()) as { processes: readonly Member[] };
    return processes.filter((member) => name === undefined || member.name === name);
  }

  /** Kills every process of a service at once; whoever looks after them starts them again. */
  async kill(name: string): Promise<void> {
    for (const { pid } of await this.members(name)) process.kill(pid, 'SIGKILL');
  }

  /** Resolves when every process of the service has a successor that answers. Throws Error. */
  async restart(name: string): Promise<void> {
    const response = await fetch(`${this.control}/restart/${name}`, { method: 'POST' });
    if (!response.ok) throw new Error(`the restart of ${name} failed: ${await response.text()}`);
  }

  async isReady(): Promise<boolean> {
    return (await fetch(`${this.url}/health/ready`)).status === 200;
  }

  /** Ends all of it by one signal to its group, and says whether anything was left. */
  async stop(): Promise<{ code: number | null; isLeft: boolean }> {
    const group = this.child.pid!;
    process.kill(-group, 'SIGTERM');
    const code = await this.ended;
    return { code, isLeft: isAlive(-group) };
  }

  /** Whatever happened before. */
  end(): void {
    if (isAlive(-this.child.pid!)) process.kill(-this.child.pid!, 'SIGKILL');
  }

  private get control(): string {
    return /^control: (http:\/\/\S+)$/m.exec(this.output)![1]!;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
