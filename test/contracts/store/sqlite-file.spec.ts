import { readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { dataFile, StoreRefusedError } from '@salvatempo/store';
import Driver from 'libsql';
import { commitOf } from './sample-commits';
import { newDataDir, openIn } from './sqlite-place';

/** What a store says of a file that it can't use. */
describe('the data file', () => {
  let dataDir: string;
  let file: string;
  beforeEach(async () => {
    dataDir = await newDataDir();
    file = dataFile(dataDir);
  });
  afterEach(() => rm(dataDir, { recursive: true }));

  async function someData(): Promise<void> {
    const store = await openIn(dataDir);
    for (let n = 0; n < 200; n++) void store.documents.commit(commitOf(`doc-${n}`, 0, { state: { text: 'x'.repeat(2_000) } }));
    await store.close();
  }

  async function refusal(): Promise<StoreRefusedError> {
    const before = await readFile(file);
    const error = await openIn(dataDir).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(StoreRefusedError);
    expect(Buffer.compare(await readFile(file), before)).toBe(0);
    return error as StoreRefusedError;
  }

  it('is refused and left alone when a newer program wrote it', async () => {
    await someData();
    const db = new Driver(file);
    db.exec('PRAGMA user_version = 99; PRAGMA wal_checkpoint(TRUNCATE)');
    db.close();
    const { code, message } = await refusal();
    expect(code).toBe('store-newer');
    expect(message).toMatch(/99.*newer version|newer version.*99/);
    expect(message).toContain('backup');
  });

  it.each([
    ['is no database', () => writeFile(file, 'not a database '.repeat(500))],
    ['has lost its end', async () => truncate(file, (await readFile(file)).length - 40_960)],
    ['has a page overwritten', async () => overwrite(await readFile(file), 8_192, 2_048)],
    ['is a database of something else', async () => foreign()],
  ])('is refused when it %s, with what to do', async (_what, spoil) => {
    await someData();
    await spoil();
    const { code, message } = await refusal();
    expect(code).toBe('store-corrupt');
    expect(message).toContain('npm run restore');
  });

  it('is free again after a refusal', async () => {
    await someData();
    const good = await readFile(file);
    await overwrite(good, 8_192, 2_048);
    await refusal();
    await writeFile(file, good);
    await (await openIn(dataDir)).close();
  });

  async function overwrite(bytes: Buffer, start: number, length: number): Promise<void> {
    const spoilt = Buffer.from(bytes).fill(0x5a, start, start + length);
    await writeFile(file, spoilt);
  }

  async function foreign(): Promise<void> {
    await rm(file);
    const db = new Driver(file);
    db.exec('CREATE TABLE other (id)');
    db.close();
  }
});
