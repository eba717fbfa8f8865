import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Randomness } from '@salvatempo/kernel';
import { ConfigError } from '../config/config';
import { TerritoryKeys } from './territory-keys';

/**
 * Reads the territory's key from `territory.key` in the data directory, made at the first start (readable by its owner
 * only). Without the same key, ids and codes of the data can't be made again: it belongs in the backup.
 */
export function territoryKeysOf(dataDir: string, randomness: Randomness): TerritoryKeys {
  const file = join(dataDir, 'territory.key');
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(file, Buffer.from(randomness.bytes(32)).toString('base64') + '\n', { mode: 0o600, flag: 'wx' });
  }
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64');
  if (key.length !== 32) throw new ConfigError(`${file} doesn't hold a key of 32 bytes; put back the one from the backup.`);
  return new TerritoryKeys(key);
}
