import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { SqliteStore } from '@salvatempo/store';
import { eventually } from '@salvatempo/testing';
import { Child } from '../processes/child';
import { newDataDir, openIn } from './sqlite-place';

const HAMMER = join(__dirname, '../processes/hammer.ts');
const POINTS = ['commit.before', 'commit.after', 'journal.before', 'journal.after', 'acknowledge.before', 'acknowledge.after'];

/** The last version of each document that somebody was told of. */
function answered(lines: readonly string[]): ReadonlyMap<string, number> {
  return new Map(lines.map((line) => line.split(' ')).map(([id, version]) => [id!, Number(version)]));
}

/** Everything answered is there, and each document is whole: as many messages as versions, each in outbox or journal, or both. */
async function expectWhole(store: SqliteStore, told: ReadonlyMap<string, number>): Promise<void> {
  for (const { id, version, outbox, head, collection } of await store.documents.scan('test.thing', undefined, 1_000)) {
    expect(version).toBeGreaterThanOrEqual(told.get(id) ?? 0);
    expect(head.sequence).toBe(version);
    const journaled = await store.journal.history({ collection, id }, 0, 1_000);
    const sequences = new Set([...outbox, ...journaled].map(({ sequence }) => sequence));
    expect(sequences.size).toBe(version);
  }
  for (const id of told.keys()) expect(await store.documents.load('test.thing', id)).toBeDefined();
}

describe('a killed process', () => {
  let dataDir: string;
  beforeEach(async () => (dataDir = await newDataDir()));
  afterEach(() => rm(dataDir, { recursive: true }));

  it.each([40, 300, 900])('leaves everything that it had answered, and no lock (killed after %i answers)', async (count) => {
    const child = new Child(HAMMER, [dataDir]);
    await eventually(() => child.lines.length >= count, `${count} answers: ${child.stderr}`, { withinMs: 20_000 });
    child.kill();
    expect((await child.ended).signal).toBe('SIGKILL');
    const store = await openIn(dataDir);
    await expectWhole(store, answered(child.lines));
    await store.close();
  }, 30_000);

  it('does so at each named point, one life after the other', async () => {
    const told = new Map<string, number>();
    for (const [n, point] of POINTS.entries()) {
      const child = new Child(HAMMER, [dataDir, `${point}:${7 + 13 * n}`]);
      expect(await child.ended).toEqual({ code: null, signal: 'SIGKILL' });
      for (const [id, version] of answered(child.lines)) told.set(id, version);
      const store = await openIn(dataDir);
      await expectWhole(store, told);
      await store.close();
    }
  }, 60_000);

  it('holds its directory against a second one for as long as it lives', async () => {
    const child = new Child(HAMMER, [dataDir]);
    await eventually(() => child.lines.length > 0, 'the first answer', { withinMs: 20_000 });
    await expect(openIn(dataDir)).rejects.toMatchObject({ code: 'store-in-use', message: expect.stringContaining(dataDir) });
    const written = child.lines.length;
    await eventually(() => child.lines.length > written, 'the first one to go on');
    child.kill();
    await child.ended;
    await (await openIn(dataDir)).close();
  }, 30_000);
});
