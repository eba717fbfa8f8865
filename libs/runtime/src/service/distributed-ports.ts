import { join } from 'node:path';
import { openKafkaLog } from '@salvatempo/messaging';
import { openMongoStore } from '@salvatempo/store';
import { systemAmbient } from '../ambient/system-ambient';
import { ConfigError, type Config } from '../config/config';
import { killPoint } from '../faults/kill-point';
import { territoryKeysOf } from '../keys/key-file';
import { TerritoryKeys } from '../keys/territory-keys';
import { jsonLog } from '../log/process-log';
import { folderSender } from '../mail/folder-sender';
import { smtpSender } from '../mail/smtp-sender';
import { argon2Hasher } from '../passwords/argon2-hasher';
import type { PlatformPorts } from '../ports';

/** The territory's key, the same for all processes: from TERRITORY_KEY, else from the data directory. Throws ConfigError. */
export function sharedKeys({ territoryKey, dataDir }: Config): TerritoryKeys {
  return territoryKey === undefined ? territoryKeysOf(dataDir, systemAmbient.randomness) : new TerritoryKeys(Buffer.from(territoryKey, 'base64'));
}

/**
 * Opens what one process of a service runs on: its database, and the event log of the territory. Throws ConfigError for what is
 * missing, StoreRefusedError, StoreUnavailableError, LogUnavailableError.
 */
export async function openDistributedPorts(config: Config, service: string): Promise<PlatformPorts & { close(): Promise<void> }> {
  const { kafkaBrokers, mongodbUrl, territory } = config;
  if (kafkaBrokers === undefined || mongodbUrl === undefined) throw new ConfigError('KAFKA_BROKERS and MONGODB_URL: a service of its own needs both');
  const ambient = systemAmbient;
  const keys = sharedKeys(config);
  const processLog = jsonLog(config.logLevel);
  const reach = killPoint(config.killAt);
  const store = await openMongoStore({ url: mongodbUrl, database: `${territory}_${service}`, blobKey: keys.derive('blobs'), randomness: ambient.randomness, ...(reach === undefined ? {} : { reach }) });
  const log = await openKafkaLog({
    brokers: kafkaBrokers.split(','),
    prefix: `${territory}.`,
    timers: ambient.timers,
    randomness: ambient.randomness,
    onTrouble: (where, error) => processLog.warn({ where, error }, 'the event log is tried again'),
  }).catch(async (error: unknown) => {
    await store.close();
    throw error;
  });
  return {
    store,
    log,
    ambient,
    keys,
    hasher: argon2Hasher(),
    mail: config.smtpUrl === undefined ? folderSender(join(config.dataDir, 'mail'), ambient) : smtpSender(config.smtpUrl, config.mailFrom),
    processLog,
    publicUrl: config.publicUrl ?? `http://${config.host}:${config.port}`,
    async close() {
      await log.close();
      await store.close();
    },
  };
}
