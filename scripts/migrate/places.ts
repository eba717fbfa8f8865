import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { sharedKeys, systemAmbient, type Config } from '@salvatempo/runtime';
import { openMongoStore, openSqliteStore, type Store } from '@salvatempo/store';
import type { Stores } from './carried';

/** `apps/`, seen from the compiled file: each folder with data is a service. */
const APPS = join(__dirname, '../../apps');
const WITHOUT_DATA = ['gateway', 'portal', 'standalone'];

/** Where a territory is kept: one file, or a database for each service. */
export interface Place {
  readonly stores: Stores;
  /** Each store once. */
  readonly all: ReadonlySet<Store>;
  readonly keySha256: string;
  close(): Promise<void>;
}

const services = (): string[] => readdirSync(APPS).filter((name) => !WITHOUT_DATA.includes(name));

/**
 * Opens the databases at MONGODB_URL, or the data file where there is no such address. A running product holds its file, and is
 * found by that; the processes of many have to have been stopped. Throws StoreRefusedError, StoreUnavailableError, ConfigError.
 */
export async function openPlace(config: Config): Promise<Place> {
  const keys = sharedKeys(config);
  const { mongodbUrl, territory, dataDir } = config;
  const { randomness } = systemAmbient;
  const blobKey = keys.derive('blobs');
  const stores = new Map<string, Store>();
  if (mongodbUrl === undefined) {
    const store = await openSqliteStore({ dataDir, blobKey, randomness });
    for (const service of services()) stores.set(service, store);
  } else for (const service of services()) stores.set(service, await openMongoStore({ url: mongodbUrl, database: `${territory}_${service}`, blobKey, randomness }));
  const all = new Set(stores.values());
  return {
    stores,
    all,
    keySha256: createHash('sha256').update(keys.derive('export')).digest('hex'),
    async close() {
      for (const store of all) await store.close();
    },
  };
}
