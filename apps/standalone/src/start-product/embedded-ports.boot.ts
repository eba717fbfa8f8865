import { SqliteEventLog } from '@salvatempo/messaging';
import { killPoint, machinePorts, territoryKeysOf, type Config, type PlatformPorts } from '@salvatempo/runtime';
import { openSqliteStore } from '@salvatempo/store';

/** Opens what the embedded mode runs on: one SQLite file for store and log. Throws StoreRefusedError, ConfigError. */
export async function openEmbeddedPorts(config: Config): Promise<PlatformPorts & { close(): Promise<void> }> {
  const machine = machinePorts(config, 'salvatempo');
  const { ambient } = machine;
  const keys = territoryKeysOf(config.dataDir, ambient.randomness);
  const reach = killPoint(config.killAt);
  const store = await openSqliteStore({
    dataDir: config.dataDir,
    blobKey: keys.derive('blobs'),
    ...ambient,
    ...(config.storeMaxPages === undefined ? {} : { maxPages: config.storeMaxPages }),
    ...(reach === undefined ? {} : { reach }),
  });
  const log = new SqliteEventLog(store, ambient.timers);
  return {
    ...machine,
    store,
    log,
    keys,
    async close() {
      await log.close();
      await store.close();
      await machine.tracing?.close();
    },
  };
}
