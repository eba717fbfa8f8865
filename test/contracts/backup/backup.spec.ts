import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { SqliteStore } from '@salvatempo/store';
import { eventually } from '@salvatempo/testing';
import { restoreBackup } from '../../../scripts/restore/restore-backup';
import { Child } from '../processes/child';
import { newDataDir, openIn } from '../store/sqlite-place';

const ROOT = resolve(__dirname, '../../..');
const WRITER = join(__dirname, '../processes/steady-writer.ts');

/** A command as `npm run` starts it, from its source. */
async function run(name: 'backup' | 'restore', ...args: readonly string[]) {
  const child = new Child(join(ROOT, 'scripts', name, 'main.ts'), args);
  const { code } = await child.ended;
  return { code, said: child.stdout + child.stderr };
}

const answered = (lines: readonly string[]): ReadonlyMap<string, number> =>
  new Map(lines.map((line) => line.split(' ')).map(([id, version]) => [id!, Number(version)]));

/** Versions of all accounts, each made by as many events as it has versions. */
async function versionsOf(store: SqliteStore): Promise<ReadonlyMap<string, number>> {
  const versions = new Map<string, number>();
  for (const { id, collection, version, outbox, state } of await store.documents.scan('test.account', undefined, 1_000)) {
    const sequences = new Set(outbox.map(({ sequence }) => sequence!));
    for (let after = 0; ; ) {
      const page = await store.journal.history({ collection, id }, after, 1_000);
      for (const { sequence } of page) sequences.add(sequence!);
      if (page.length === 0) break;
      after = page.at(-1)!.sequence!;
    }
    expect([...sequences].sort((a, b) => a - b)).toEqual(Array.from({ length: version }, (_, n) => n + 1));
    expect(state).toMatchObject({ freeCents: version * 5 });
    versions.set(id, version);
  }
  return versions;
}

describe('backup and restore', () => {
  let folder: string;
  let dataDir: string;
  let backup: string;
  let restored: string;
  let writer: Child | undefined;

  beforeEach(async () => {
    folder = await newDataDir();
    [dataDir, backup, restored] = ['data', 'backup.db', 'restored'].map((name) => join(folder, name)) as [string, string, string];
    await mkdir(dataDir);
    await writeFile(join(dataDir, 'territory.key'), 'the key\n');
  });
  afterEach(async () => {
    writer?.kill();
    await writer?.ended;
    await rm(folder, { recursive: true });
  });

  /** Lets the writer come so far. */
  async function writeUntil(answers: number): Promise<Child> {
    writer = new Child(WRITER, [dataDir]);
    await eventually(() => writer!.lines.length >= answers, `${answers} answers: ${writer.stderr}`, { withinMs: 30_000 });
    return writer;
  }

  async function someBackup(): Promise<void> {
    const child = await writeUntil(100);
    child.kill();
    await child.ended;
    expect(await run('backup', '--to', backup, '--data-dir', dataDir)).toMatchObject({ code: 0 });
  }

  it('copies one whole moment while others write, and brings it back', async () => {
    const child = await writeUntil(2_000);
    const before = answered(child.lines);
    const made = await run('backup', '--to', backup, '--data-dir', dataDir);
    const after = answered(child.lines);
    expect(made).toMatchObject({ code: 0, said: expect.stringContaining('is whole') });
    for (const file of [join(dataDir, 'salvatempo.db'), join(dataDir, 'salvatempo.db-wal'), backup]) expect((await stat(file)).mode & 0o077).toBe(0);
    const written = child.lines.length;
    await eventually(() => child.lines.length > written, 'the writer to go on');
    expect(await run('restore', '--from', backup, '--data-dir', restored)).toMatchObject({ code: 0 });
    expect(await readFile(join(restored, 'territory.key'), 'utf8')).toBe('the key\n');
    const store = await openIn(restored);
    const versions = await versionsOf(store);
    expect((await store.blobs.get(`${[...versions.keys()][0]}/0`))!.length).toBe(20_000);
    await store.close();
    expect([...after.keys()].sort()).toEqual([...versions.keys()].sort());
    expect([...after].some(([id, version]) => version > before.get(id)!)).toBe(true);
    for (const [id, version] of versions) {
      expect(version).toBeGreaterThanOrEqual(before.get(id)!);
      expect(version).toBeLessThanOrEqual(after.get(id)! + 1);
    }
  }, 60_000);

  it('replaces nothing, neither a backup nor a folder with something in it', async () => {
    await someBackup();
    expect(await run('backup', '--to', backup, '--data-dir', dataDir)).toMatchObject({ code: 1, said: expect.stringContaining('exists already') });
    expect(await run('restore', '--from', backup, '--data-dir', dataDir)).toMatchObject({ code: 1, said: expect.stringContaining('is not empty') });
    await writeUntil(1);
    expect(await run('restore', '--from', backup, '--data-dir', dataDir)).toMatchObject({ code: 1, said: expect.stringContaining('Another process uses') });
  }, 60_000);

  it('refuses a backup with anything wrong about it, and leaves nothing behind', async () => {
    await someBackup();
    const good = `${backup}.good`;
    for (const end of ENDS) await rename(backup + end, good + end);
    for (const [what, spoil] of Object.entries(SPOILT)) {
      for (const end of ENDS) await copyFile(good + end, backup + end);
      await spoil(backup);
      const refused = await restoreBackup(backup, restored).then(String, (error: Error) => error.message);
      expect({ what, refused }).toEqual({ what, refused: expect.stringMatching(/backup/) });
      expect({ what, left: existsSync(restored) }).toEqual({ what, left: false });
    }
    await restoreBackup(good, restored);
  }, 60_000);

  it('makes no backup of data that are not whole, and leaves nothing behind', async () => {
    const child = await writeUntil(100);
    child.kill();
    await child.ended;
    const store = await openIn(dataDir);
    const { id, collection, version, head } = (await store.documents.scan('test.account', undefined, 1))[0]!;
    const lost = { collection, id, expectedVersion: version, schema: 1, state: {}, inbox: [], messageIds: [], messages: [], at: '2026-09-01T08:00:00.000Z' };
    await store.documents.commit({ ...lost, head: { sequence: head.sequence + 1, hash: 'of an event that is nowhere' } });
    await store.close();
    const { code, said } = await run('backup', '--to', backup, '--data-dir', dataDir);
    expect({ code, said }).toMatchObject({ code: 1, said: expect.stringContaining(`${collection}/${id}`) });
    expect((await readdir(folder)).sort()).toEqual(['data']);
  }, 60_000);

  it('says how it is used', async () => {
    expect(await run('backup')).toMatchObject({ code: 2, said: expect.stringMatching(/--to is missing[^]*Usage: npm run backup -- --to FILE/) });
    expect(await run('backup', '--too', backup)).toMatchObject({ code: 2, said: expect.stringContaining("'--too'") });
    expect(await run('restore', '--from', backup)).toMatchObject({ code: 2, said: expect.stringMatching(/--data-dir is missing[^]*Usage/) });
    expect(await run('backup', '--to', backup, '--data-dir', join(folder, 'none'))).toMatchObject({ code: 1, said: expect.stringContaining('nothing to back up') });
    expect(await run('restore', '--from', backup, '--data-dir', restored)).toMatchObject({ code: 1, said: expect.stringContaining('does not exist') });
  }, 60_000);
});

/** What can be wrong with a backup. */
const SPOILT: Readonly<Record<string, (backup: string) => Promise<void>>> = {
  'a flipped bit': async (backup) => {
    const bytes = await readFile(backup);
    bytes[bytes.length >> 1]! ^= 4;
    await writeFile(backup, bytes);
  },
  'a lost end': async (backup) => writeFile(backup, (await readFile(backup)).subarray(0, -2_048)),
  'no manifest': (backup) => rm(`${backup}.manifest.json`),
  'another count': async (backup) => {
    const text = await readFile(`${backup}.manifest.json`, 'utf8');
    await writeFile(`${backup}.manifest.json`, text.replace(/"journal": \d+/, '"journal": 1'));
  },
  'no key': (backup) => rm(`${backup}.key`),
  'another key': (backup) => writeFile(`${backup}.key`, 'another\n'),
};
const ENDS = ['', '.manifest.json', '.key'];
