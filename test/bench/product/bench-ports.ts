import { SqliteEventLog } from '@salvatempo/messaging';
import { jsonLog, systemAmbient, TerritoryKeys, type PlatformPorts } from '@salvatempo/runtime';
import { openSqliteStore } from '@salvatempo/store';

const nothing = (): Promise<never> => Promise.reject(new Error('the bench has no such port'));

/** What the embedded product runs on: one SQLite file for store and log; nobody signs in with a password, no mail is sent. */
export async function openBenchPorts(dataDir: string): Promise<PlatformPorts> {
  const ambient = systemAmbient;
  const keys = new TerritoryKeys(ambient.randomness.bytes(32));
  const store = await openSqliteStore({ dataDir, blobKey: keys.derive('blobs'), ...ambient });
  return {
    store,
    log: new SqliteEventLog(store, ambient.timers),
    ambient,
    keys,
    hasher: { hash: nothing, verify: nothing },
    mail: { send: nothing },
    processLog: jsonLog('error'),
    publicUrl: 'http://127.0.0.1',
  };
}
