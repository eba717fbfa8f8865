import { join } from 'node:path';
import { StoreRefusedError, StoreUnavailableError, type JournalEntry } from '@salvatempo/store';
import { eventually } from '@salvatempo/testing';
import { Child } from '../processes/child';
import { newMongoPlace, openOn } from './mongo-place';
import { STOCK, stockId, type Stock } from './race-cases';
import { COLLECTION, commitOf, entryOf, minute } from './sample-commits';

const BUYER = join(__dirname, '../processes/buyer.ts');
const PROCESSES = 4;
const ROUNDS = 10;

/** What several processes and a careless address make of it. */
export function mongoCases(address: () => string): void {
  it.each(['w=1', 'w=0', 'journal=false', 'w=2&journal=true'])('refuses to start on an address that asks for less than durable (%s)', async (less) => {
    const at = address();
    const opening = openOn(`${at}${at.includes('?') ? '&' : '?'}${less}`, 'refused');
    await expect(opening).rejects.toThrow(StoreRefusedError);
    await expect(opening).rejects.toMatchObject({ code: 'store-weak', message: expect.stringContaining('majority') });
  });

  it('says that nobody answers where nobody does', async () => {
    await expect(openOn('mongodb://127.0.0.1:1/?directConnection=true', 'nobody')).rejects.toThrow(StoreUnavailableError);
  });

  it(`sells each stock to ${STOCK} of the clients of ${PROCESSES} processes`, async () => {
    const { open, discard, database } = await newMongoPlace(address());
    const store = await open();
    for (let round = 0; round < ROUNDS; round++) await store.documents.commit(commitOf(stockId(round), 0, { state: { left: STOCK, buyers: [] } }));
    const children = Array.from({ length: PROCESSES }, (_, n) => new Child(BUYER, [address(), database, String(ROUNDS), `p${n}`]));
    await eventually(() => children.every(({ lines }) => lines.includes('ready')), `all to be ready: ${children.map(({ stderr }) => stderr).join('')}`, { withinMs: 60_000 });
    for (const child of children) child.tell('go');
    for (const child of children) expect(await child.ended).toEqual({ code: 0, signal: null });
    const winners = children.flatMap(({ lines }) => lines.filter((line) => line !== 'ready').map((line) => line.split(' ')));
    for (let round = 0; round < ROUNDS; round++) {
      const { left, buyers } = (await store.documents.load(COLLECTION, stockId(round)))!.state as Stock;
      expect([round, left, [...buyers].sort()]).toEqual([round, 0, winners.filter(([won]) => won === String(round)).map(([, buyer]) => buyer).sort()]);
      expect(buyers).toHaveLength(STOCK);
    }
    await store.close();
    await discard();
  }, 120_000);

  it('keeps the order of an aggregate’s messages, whichever process appends which of them', async () => {
    const { open, discard } = await newMongoPlace(address());
    const stores = await Promise.all([open(), open(), open()]);
    const entries = Array.from({ length: 60 }, (_, n): JournalEntry => entryOf(`a:${n + 1}:1`, { sequence: n + 1 }));
    // Each appends from somewhere to somewhere, so that every message is appended by several at once.
    await Promise.all(stores.flatMap(({ journal }, s) => Array.from({ length: 12 }, (_, n) => journal.append('test', entries.slice(0, 5 * n + s + 1), minute(n)))));
    await stores[0]!.journal.append('test', entries, minute(30));
    const found = await stores[1]!.journal.unpublished(1_000);
    expect(found.map(({ sequence }) => sequence)).toEqual(entries.map(({ sequence }) => sequence));
    for (const store of stores) await store.close();
    await discard();
  });

  it('gives each message a position of its own, whoever appends at the same time', async () => {
    const { open, discard } = await newMongoPlace(address());
    const stores = await Promise.all(Array.from({ length: 8 }, open));
    const appended = stores.flatMap(({ journal }, s) => Array.from({ length: 40 }, (_, n) => journal.append('test', [entryOf(`s${s}:${n + 1}:1`)], minute(n))));
    await Promise.all(appended);
    const positions = (await stores[0]!.journal.unpublished(1_000)).map(({ position }) => position);
    expect([positions.length, new Set(positions).size]).toEqual([appended.length, appended.length]);
    for (const store of stores) await store.close();
    await discard();
  });
}
