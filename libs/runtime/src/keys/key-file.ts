import { closeSync, existsSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Randomness } from '@salvatempo/kernel';
import { dataFile } from '@salvatempo/store';
import { ConfigError } from '../config/config';
import { TerritoryKeys } from './territory-keys';

/**
 * Reads the territory's key from `territory.key` in the data directory, made at the first start (readable by its owner
 * only). Without the same key, ids and codes of the data can't be made again: it belongs in the backup. Throws ConfigError
 * for a key that is damaged or missing beside data, and for a DATA_DIR that is no folder.
 */
export function territoryKeysOf(dataDir: string, randomness: Randomness): TerritoryKeys {
  const file = join(dataDir, 'territory.key');
  if (!existsSync(file)) {
    if (existsSync(dataFile(dataDir))) throw new ConfigError(`${file} is missing, and the data beside it need it; put back the one from the backup.`);
    makeKey(dataDir, file, randomness);
  }
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64');
  if (key.length !== 32) throw new ConfigError(`${file} doesn't hold a key of 32 bytes; put back the one from the backup.`);
  return new TerritoryKeys(key);
}

/** There whole or not at all, whenever the process or the machine dies; of two that start at once, one makes it. */
function makeKey(dataDir: string, file: string, randomness: Randomness): void {
  const secret = Buffer.from(randomness.bytes(32));
  const partial = `${file}.${Buffer.from(randomness.bytes(6)).toString('hex')}`;
  try {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(partial, `${secret.toString('base64')}\n`, { mode: 0o600, flag: 'wx', flush: true });
    linkSync(partial, file);
    syncFolder(dataDir);
  } catch (error) {
    if (!existsSync(file)) throw new ConfigError(`DATA_DIR: nothing can be kept in ${dataDir} (${(error as Error).message}).`);
  } finally {
    if (existsSync(partial)) rmSync(partial);
  }
}

function syncFolder(folder: string): void {
  const opened = openSync(folder, 'r');
  fsyncSync(opened);
  closeSync(opened);
}
