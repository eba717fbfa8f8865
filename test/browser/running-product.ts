import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface RunningProduct {
  readonly url: string;
  /** The first operator's one-time link. */
  readonly welcome: string;
  stop(): Promise<void>;
}

const START_WITHIN_MS = 30_000;
const entry = join(__dirname, '../../dist/apps/standalone/src/main.js');

/** Starts the built product on a free port with an empty data directory of its own. */
export async function startProduct(): Promise<RunningProduct> {
  const dataDir = mkdtempSync(join(tmpdir(), 'salvatempo-browser-'));
  const env = { ...process.env, NODE_ENV: 'production', HOST: '127.0.0.1', PORT: '0', DATA_DIR: dataDir };
  const child = spawn(process.execPath, [entry, '--no-demo'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const stop = async (): Promise<void> => {
    await ended(child);
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    return { ...(await greeted(child)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function greeted(child: ChildProcess): Promise<{ url: string; welcome: string }> {
  return new Promise((resolve, reject) => {
    let said = '';
    const timer = setTimeout(() => reject(new Error(`the product did not start: ${said}`)), START_WITHIN_MS);
    child.once('exit', (code) => reject(new Error(`the product ended with ${code}: ${said}`)));
    child.stdout!.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const url = /^Salvatempo: (\S+)$/m.exec(said)?.[1];
      const welcome = /^ {2}(\S+\/benvenuto\S+)$/m.exec(said)?.[1];
      if (url === undefined || welcome === undefined) return;
      clearTimeout(timer);
      resolve({ url, welcome });
    });
  });
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}
