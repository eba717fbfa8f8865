import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const START_WITHIN_MS = 60_000;

export interface Instance {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts the product on a free port with data of its own, which are gone when it stops. Throws where it doesn't start. */
export async function freshInstance(say: (line: string) => void): Promise<Instance> {
  const dataDir = mkdtempSync(join(tmpdir(), 'salvatempo-tour-'));
  const entry = join(__dirname, '../../apps/standalone/src/main.js');
  const child = spawn(process.execPath, [entry], { env: { ...process.env, PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDir }, stdio: ['ignore', 'pipe', 'inherit'] });
  const stop = async (): Promise<void> => {
    await ended(child);
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    const url = await address(child);
    say(`A fresh instance runs at ${url}`);
    return { url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function address(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the product did not start within a minute')), START_WITHIN_MS);
    let printed = '';
    child.stdout!.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      const url = /^Salvatempo: (http:\/\/\S+)$/m.exec(printed)?.[1];
      if (url === undefined) return;
      clearTimeout(timer);
      resolve(url);
    });
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`the product ended with ${code} before it was ready:\n${printed}`));
    });
  });
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  const exit = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  return exit;
}
