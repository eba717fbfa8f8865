import { openKafkaLog } from '@salvatempo/messaging';
import { openMongoStore } from '@salvatempo/store';
import { systemAmbient } from '../ambient/system-ambient';
import { ConfigError, type Config } from '../config/config';
import { killPoint } from '../faults/kill-point';
import { territoryKeysOf } from '../keys/key-file';
import { TerritoryKeys } from '../keys/territory-keys';
import type { PlatformPorts } from '../ports';
import { machinePorts } from './machine-ports';

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
  const machine = machinePorts(config, service);
  const { ambient, processLog } = machine;
  const keys = sharedKeys(config);
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
