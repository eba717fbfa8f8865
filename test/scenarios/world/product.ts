import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '@salvatempo/testing';

const ENTRY = join(__dirname, '../../../dist/apps/standalone/src/main.js');
const ADDRESS = /^Salvatempo: (http:\/\/\S+)$/m;

export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface StartOptions {
  readonly dataDir: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
}

const running = new Set<Product>();
const folders: string[] = [];

/** The compiled product in a process of its own. */
export class Product {
  /** Everything it printed so far, on both streams. */
  output = '';
  readonly ended: Promise<Ending>;
  private readonly child: ChildProcess;

  constructor({ dataDir, env = {}, args = [] }: StartOptions) {
    const { PATH, HOME, TMPDIR, LANG } = process.env;
    const own = Object.fromEntries(Object.entries({ PATH, HOME, TMPDIR, LANG }).filter(([, value]) => value !== undefined));
    this.child = spawn(process.execPath, [ENTRY, ...args], { env: { ...own, PORT: '0', DATA_DIR: dataDir, ...env } as NodeJS.ProcessEnv, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [this.child.stdout!, this.child.stderr!]) stream.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    this.ended = new Promise((resolve) => this.child.once('close', (code, signal) => (running.delete(this), resolve({ code, signal }))));
    running.add(this);
  }

  /** Its address, once it says so; undefined where it ends before. */
  address(): Promise<string | undefined> {
    return new Promise((resolve) => {
      const look = (): void => {
        const url = ADDRESS.exec(this.output)?.[1];
        if (url !== undefined) resolve(url);
      };
      this.child.stdout!.on('data', look);
      void this.ended.then(() => resolve(undefined));
      look();
    });
  }

  /** Its address. Throws Error with what it printed where it ends before it is ready. */
  async ready(): Promise<string> {
    const url = await this.address();
    if (url === undefined) throw new Error(`the product ended before it was ready:\n${this.output}`);
    return url;
  }

  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** Ends it at once, as kill -9 or a power cut of the process does. */
  kill(): Promise<Ending> {
    this.signal('SIGKILL');
    return this.ended;
  }

  stop(): Promise<Ending> {
    this.signal('SIGTERM');
    return this.ended;
  }

  /** Stops it once nothing waits to be published or taken: what a stop leaves in the journal is right too, but is for its next life. */
  async stopAtRest(): Promise<Ending> {
    const url = await this.ready();
    await eventually(async () => (await waitingAt(url)).length === 0, 'a product that has published and taken everything', { withinMs: 20_000 });
    return this.stop();
  }
}

const WAITING = /^salvatempo_(?:journal_backlog_messages|consumer_lag_messages(?:\{.*\})?) (\S+)$/gm;

/** The figures of a product that say that something waits. Throws Error where it doesn't give these figures. */
async function waitingAt(url: string): Promise<readonly string[]> {
  const figures = [...(await (await fetch(`${url}/metrics`)).text()).matchAll(WAITING)];
  if (figures.length < 2) throw new Error(`${url}/metrics doesn't say what waits`);
  return figures.filter(([, count]) => Number(count) > 0).map(([line]) => line);
}

/** An empty folder for data, gone after the tests. */
export function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'salvatempo-scenario-'));
  folders.push(folder);
  return folder;
}

/** A copy of the data of a product that isn't running. */
export function copyOf(dataDir: string): string {
  const folder = freshFolder();
  cpSync(dataDir, folder, { recursive: true });
  return folder;
}

/** Starts the product and waits until it answers. */
export async function start(options: StartOptions): Promise<Product & { readonly url: string }> {
  const product = new Product(options);
  return Object.assign(product, { url: await product.ready() });
}

/** For `afterAll`: nothing is left running, and no data. */
export async function leaveNothing(): Promise<void> {
  await Promise.all([...running].map((product) => product.kill()));
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}
