import { openKafkaLog, SqliteEventLog } from '@salvatempo/messaging';
import { jsonLog, systemAmbient, TerritoryKeys, type PlatformPorts } from '@salvatempo/runtime';
import { openMongoStore, openSqliteStore } from '@salvatempo/store';
import type { Servers } from '../../distributed/world/held-infra';

const nothing = (): Promise<never> => Promise.reject(new Error('the bench has no such port'));

/** Before the names of topics, groups and databases. */
export const TERRITORY = 'bench';

/** The key of the territory that is measured: the same for all of its processes, and for no other. */
const keys = new TerritoryKeys(Buffer.alloc(32, 'bench'));

/** Nobody signs in with a password, and no mail is sent. */
const rest = {
  ambient: systemAmbient,
  keys,
  hasher: { hash: nothing, verify: nothing },
  mail: { send: nothing },
  processLog: jsonLog('error'),
  publicUrl: 'http://127.0.0.1',
};

/** What the embedded product runs on: one SQLite file for store and log. */
export async function openFilePorts(dataDir: string): Promise<PlatformPorts> {
  const store = await openSqliteStore({ dataDir, blobKey: keys.derive('blobs'), ...systemAmbient });
  return { ...rest, store, log: new SqliteEventLog(store, systemAmbient.timers) };
}

/** What one process of a service runs on. */
export async function openServerPorts({ MONGODB_URL, KAFKA_BROKERS }: Servers, service: string): Promise<PlatformPorts> {
  const store = await openMongoStore({ url: MONGODB_URL, database: `${TERRITORY}_${service}`, blobKey: keys.derive('blobs'), randomness: systemAmbient.randomness });
  return { ...rest, store, log: await openKafkaLog({ brokers: KAFKA_BROKERS.split(','), prefix: `${TERRITORY}.`, ...systemAmbient }) };
}
