import { constants, existsSync } from 'node:fs';
import { copyFile, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import { join } from 'node:path';
import { dataFile, lockDataDir } from '@salvatempo/store';
import { checkedData, DamagedDataError } from '../backup/checked-data';
import { digestOf, keyFile, readManifest, type Manifest } from '../backup/manifest';

const LOCK = 'salvatempo.lock';

/**
 * Brings a backup back into an empty or new folder: copied, then found to be what its manifest says, and only then given its
 * name. Throws Error, with the folder as it was.
 */
export async function restoreBackup(from: string, dataDir: string): Promise<Manifest> {
  if (!existsSync(from)) throw new Error(`${from} does not exist.`);
  const manifest = await readManifest(from);
  await assertEmpty(dataDir);
  const isNew = !existsSync(dataDir);
  await mkdir(dataDir, { recursive: true });
  // Nobody starts on the folder while it is being filled.
  const lock = lockDataDir(dataDir);
  const partial = `${dataFile(dataDir)}.partial`;
  try {
    await copyFile(from, partial, constants.COPYFILE_EXCL);
    await assertAsSaid(partial, manifest);
    await bringKey(from, dataDir, manifest);
    await rename(partial, dataFile(dataDir));
    await sync(dataFile(dataDir), dataDir);
    return manifest;
  } catch (error) {
    for (const path of [partial, join(dataDir, 'territory.key'), join(dataDir, LOCK)]) await rm(path, { force: true });
    if (isNew) await rm(dataDir, { recursive: true, force: true });
    throw error;
  } finally {
    lock.close();
  }
}

async function assertEmpty(dataDir: string): Promise<void> {
  const found = existsSync(dataDir) ? await readdir(dataDir) : [];
  if (found.length === 0) return;
  // Throws for a folder that a running process holds, which says more than that it isn't empty.
  if (found.includes(LOCK)) lockDataDir(dataDir).close();
  throw new Error(`${dataDir} is not empty (${found.slice(0, 3).join(', ')}). A restore never replaces anything: name a new folder.`);
}

async function assertAsSaid(copy: string, manifest: Manifest): Promise<void> {
  const findings: string[] = [];
  const { size } = await stat(copy);
  if (size !== manifest.bytes) findings.push(`it has ${size} bytes, its manifest says ${manifest.bytes}`);
  else if ((await digestOf(copy)) !== manifest.sha256) findings.push('its bytes are not those that its manifest was made of');
  if (findings.length > 0) throw new DamagedDataError('The backup', findings);
  const { counts, chains } = checkedData(copy);
  if (!isDeepStrictEqual({ counts, chains }, { counts: manifest.counts, chains: manifest.chains }))
    throw new DamagedDataError('The backup', ['it does not hold as much as its manifest says']);
}

async function bringKey(from: string, dataDir: string, { keySha256 }: Manifest): Promise<void> {
  if (keySha256 === null) return;
  const key = keyFile(from);
  if (!existsSync(key)) throw new Error(`${key} is missing: without the territory's key the data can't be used. Put it beside the backup.`);
  if ((await digestOf(key)) !== keySha256) throw new Error(`${key} is not the key of this backup.`);
  await copyFile(key, join(dataDir, 'territory.key'), constants.COPYFILE_EXCL);
}

async function sync(...paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    const opened = await open(path, 'r');
    await opened.sync();
    await opened.close();
  }
}
