import { join } from 'node:path';
import { SqliteEventLog } from '@salvatempo/messaging';
import { argon2Hasher, folderSender, jsonLog, killPoint, smtpSender, systemAmbient, territoryKeysOf, type Config, type PlatformPorts } from '@salvatempo/runtime';
import { openSqliteStore } from '@salvatempo/store';

/** Opens what the embedded mode runs on: one SQLite file for store and log. Throws StoreRefusedError, ConfigError. */
export async function openEmbeddedPorts(config: Config): Promise<PlatformPorts & { close(): Promise<void> }> {
  const ambient = systemAmbient;
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
  const mail = config.smtpUrl === undefined ? folderSender(join(config.dataDir, 'mail'), ambient) : smtpSender(config.smtpUrl, config.mailFrom);
  return {
    store,
    log,
    ambient,
    keys,
    hasher: argon2Hasher(),
    mail,
    processLog: jsonLog(config.logLevel),
    publicUrl: config.publicUrl ?? `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${config.port}`,
    async close() {
      await log.close();
      await store.close();
    },
  };
}
