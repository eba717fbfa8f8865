import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StoreUnavailableError } from '../ports';
import { prepareDataFile } from './data-files';
import { GroupWriter, step } from './group-writer';
import { Reader } from './reader';
import { DONE, MISSED } from './writer-protocol';

const claim = (id: string) => step('claimKey', [id, 'hash', '2026', '2026', null], 'guard');
const broken = step('claimKey', ['b', null, '2026', '2026', null]);

describe('the group writer', () => {
  let folder: string;
  let file: string;
  let writer: GroupWriter;
  let reader: Reader;

  async function start(driver?: string): Promise<void> {
    prepareDataFile(file);
    writer = await GroupWriter.start(driver === undefined ? { file } : { file, driver });
    reader = new Reader(file);
  }

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'salvatempo-writer-'));
    file = join(folder, 'test.db');
  });
  afterEach(async () => {
    await writer.close();
    reader.close();
    rmSync(folder, { recursive: true });
  });

  /** The driver, but its statement `sql` fails with a code from the `nth` time on, or that time alone. */
  function failing(sql: string, code: string, nth: number, until = Infinity): string {
    const path = join(folder, 'driver.cjs');
    writeFileSync(
      path,
      `const Driver = require(${JSON.stringify(require.resolve('libsql'))});
       let times = 0;
       module.exports = class extends Driver {
         exec(text) {
           if (text === ${JSON.stringify(sql)} && ++times >= ${nth} && times <= ${until}) throw Object.assign(new Error('disk trouble'), { code: ${JSON.stringify(code)} });
           return super.exec(text);
         }
       };`,
    );
    return path;
  }

  const keys = () => reader.all<{ id: string }>('SELECT id FROM keys ORDER BY id').map(({ id }) => id);

  it('answers a guard that misses alone, and writes the others of its group', async () => {
    await start();
    const group = ['a', 'b', 'a', 'c'].map((id) => writer.write([claim(id), step('answerKey', [id, 'x'])]));
    expect(await Promise.all(group)).toEqual([DONE, DONE, MISSED, DONE]);
    expect(keys()).toEqual(['a', 'b', 'c']);
  });

  it('lets an operation that the file refuses fail alone, with nothing of it written', async () => {
    await start();
    const [first, refused, last] = await Promise.allSettled([writer.write([claim('a')]), writer.write([claim('z'), broken]), writer.write([claim('c')])]);
    expect([first.status, last.status]).toEqual(['fulfilled', 'fulfilled']);
    expect(refused).toMatchObject({ status: 'rejected', reason: { message: expect.stringContaining('NOT NULL') } });
    expect(keys()).toEqual(['a', 'c']);
  });

  it('stops for good after a failed sync, and says yes to nobody', async () => {
    await start(failing('COMMIT', 'SQLITE_IOERR_FSYNC', 2));
    await writer.write([claim('a')]);
    const failed = [writer.write([claim('b')]), writer.write([claim('c')])];
    for (const write of failed) await expect(write).rejects.toMatchObject({ reason: 'stopped' });
    await expect(writer.write([claim('d')])).rejects.toMatchObject({ reason: 'stopped' });
    expect(keys()).toEqual(['a']);
  });

  it('writes nothing of a group that lay ready when a sync failed, though the next one would succeed', async () => {
    await start(failing('COMMIT', 'SQLITE_IOERR_FSYNC', 1, 1));
    const under = writer.write([claim('a')]);
    await Promise.resolve();
    const ready = Array.from({ length: 64 }, (_, n) => writer.write([claim(`b${n}`)]));
    for (const write of [under, ...ready]) await expect(write).rejects.toMatchObject({ reason: 'stopped' });
    expect(keys()).toEqual([]);
  });

  it('hands over the next group before it has the answer to the one under way, and answers each its own', async () => {
    await start();
    const first = writer.write([claim('a')]);
    await Promise.resolve();
    const later = Array.from({ length: 40 }, (_, n) => writer.write([claim(n === 7 ? 'a' : `b${n}`)]));
    expect(await first).toBe(DONE);
    expect(await Promise.all(later)).toEqual(Array.from({ length: 40 }, (_, n) => (n === 7 ? MISSED : DONE)));
  });

  it('refuses what there is no room for, and goes on when there is', async () => {
    await start(failing('COMMIT', 'SQLITE_FULL', 2));
    await writer.write([claim('a')]);
    await expect(writer.write([claim('b')])).rejects.toMatchObject({ reason: 'full' });
    expect(keys()).toEqual(['a']);
  });

  it('says "try later" beyond the length of its queue', async () => {
    await start();
    const writes = Array.from({ length: 10_005 }, (_, n) => writer.write([claim(String(n))]));
    const results = await Promise.allSettled(writes);
    expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(5);
    expect(results.at(-1)).toMatchObject({ reason: expect.any(StoreUnavailableError) });
  });

  it('ends when its thread dies, and answers who waits', async () => {
    await start(failing('BEGIN IMMEDIATE', 'SQLITE_CORRUPT', 1));
    await expect(writer.write([claim('a')])).rejects.toMatchObject({ reason: 'stopped' });
    await writer.close();
    await expect(writer.write([claim('b')])).rejects.toThrow(StoreUnavailableError);
  });
});
