import { open, writeFile } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import type { Database } from 'libsql';
import { readOnlyUri } from './data-files';

interface CopySettings {
  readonly driver: string;
  readonly from: string;
  readonly to: string;
}

/** Runs in a thread of its own, since it takes as long as the file is large. Handed over as text: it uses nothing from outside. */
function copyThread(): void {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the worker has no module system but this
  const { workerData } = require('node:worker_threads') as typeof import('node:worker_threads');
  const { driver, from, to } = workerData as CopySettings;
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- as above
  const Sqlite = require(driver) as new (file: string) => Database;
  const db = new Sqlite(from);
  db.exec('PRAGMA busy_timeout = 10000');
  db.prepare('VACUUM INTO ?').run(to);
  db.close();
}

/**
 * Copies a data file as it stands at one moment, whoever writes to it meanwhile, in this process or another. `to` must not
 * exist; it is synced when this resolves, and a failure leaves a part of it. Throws Error.
 */
export async function copyDataFile(from: string, to: string): Promise<void> {
  await writeFile(to, '', { flag: 'wx', mode: 0o600 });
  const workerData: CopySettings = { driver: require.resolve('libsql'), from: readOnlyUri(from), to };
  const worker = new Worker(`(${copyThread.toString()})()`, { eval: true, workerData });
  await new Promise<void>((resolve, reject) => {
    worker.once('error', reject);
    worker.once('exit', () => resolve());
  });
  // SQLite itself doesn't sync what it makes in this way.
  const copy = await open(to, 'r+');
  try {
    await copy.sync();
  } finally {
    await copy.close();
  }
}
