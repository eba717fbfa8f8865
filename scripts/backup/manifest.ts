import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';

const count = z.number().int().nonnegative();

const manifestSchema = z.object({
  program: z.literal('salvatempo'),
  madeAt: z.iso.datetime(),
  bytes: count,
  sha256: z.string().length(64),
  counts: z.object({
    documents: z.record(z.string(), z.object({ count, commits: count })),
    tables: z.record(z.string(), count),
  }),
  chains: z.object({ documents: count, events: count }),
  /** Digest of the territory's key, null where the data directory had none. */
  keySha256: z.string().length(64).nullable(),
});

/** What a backup says of itself, in a file beside it. */
export type Manifest = z.infer<typeof manifestSchema>;

export const manifestFile = (backup: string): string => `${backup}.manifest.json`;
/** The territory's key, without which codes and files of the data can't be read. */
export const keyFile = (backup: string): string => `${backup}.key`;

export const writeManifest = (backup: string, manifest: Manifest): Promise<void> =>
  writeFile(manifestFile(backup), `${JSON.stringify(manifest, null, 2)}\n`, { flag: 'wx', flush: true });

/** Throws Error for a backup without a manifest, or with one that makes no sense. */
export async function readManifest(backup: string): Promise<Manifest> {
  const path = manifestFile(backup);
  const text = await readFile(path, 'utf8').catch(() => {
    throw new Error(`${path} is missing: it was made beside the backup, and says what must be in it.`);
  });
  try {
    return manifestSchema.parse(JSON.parse(text));
  } catch {
    throw new Error(`${path} is no manifest of a backup, or was changed.`);
  }
}

/** SHA-256 of a file, in hex. */
export async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
