import { copyFile, rename, rm, stat } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { copyDataFile, dataFile } from '@salvatempo/store';
import { checkedData } from './checked-data';
import { digestOf, keyFile, manifestFile, writeManifest, type Manifest } from './manifest';

/**
 * Makes a checked copy of a data directory's file while the product runs, with a manifest and the territory's key beside it.
 * The file has its name only once it was found to be whole. Throws Error, with nothing left behind.
 */
export async function makeBackup(dataDir: string, to: string): Promise<Manifest> {
  const from = dataFile(dataDir);
  if (!existsSync(from)) throw new Error(`There is nothing to back up: ${from} does not exist. Name the folder with --data-dir or DATA_DIR.`);
  for (const path of [to, manifestFile(to), keyFile(to)])
    if (existsSync(path)) throw new Error(`${path} exists already. A backup never replaces anything: choose another name.`);
  const partial = `${to}.partial`;
  await rm(partial, { force: true });
  try {
    await copyDataFile(from, partial);
    const manifest = await describe(partial, dataDir);
    if (manifest.keySha256 !== null) await copyFile(join(dataDir, 'territory.key'), keyFile(to));
    await writeManifest(to, manifest);
    await rename(partial, to);
    return manifest;
  } catch (error) {
    for (const path of [partial, manifestFile(to), keyFile(to)]) await rm(path, { force: true });
    throw error;
  }
}

async function describe(copy: string, dataDir: string): Promise<Manifest> {
  const key = join(dataDir, 'territory.key');
  return {
    program: 'salvatempo',
    madeAt: new Date().toISOString(),
    bytes: (await stat(copy)).size,
    sha256: await digestOf(copy),
    ...checkedData(copy),
    keySha256: existsSync(key) ? await digestOf(key) : null,
  };
}
