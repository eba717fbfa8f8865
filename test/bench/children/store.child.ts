import { createHash } from 'node:crypto';
import { systemAmbient } from '@salvatempo/runtime';
import { openSqliteStore, type DocumentCommit, type Store } from '@salvatempo/store';
import { accountIdOf, FIRM_ID, personIdOf } from '../product/bench-ids';
import { answer } from './remote';

export interface StoreSpec {
  readonly dataDir: string;
  readonly accounts: number;
}

export interface WriteSpec {
  readonly clients: number;
  readonly warmMs: number;
  readonly ms: number;
}

const COLLECTION = 'benefits.account';
const HASH = createHash('sha256').update('bench').digest('hex');

let store: Store;
let versions: number[] = [];

/** The commit of a debit: as large as the product's, and made of constants, so that only the write is measured. */
function commitOf(number: number, expectedVersion: number): DocumentCommit {
  const at = '2026-01-01T00:00:00.000Z';
  const id = accountIdOf(number);
  const cause = `${HASH.slice(0, 36)}${number}.${expectedVersion}`;
  const messageId = `${id}:${expectedVersion + 1}:1`;
  const lots = [{ lotId: 'lot_00000000000000000000000000', freeCents: 9_999_000, letter: 'c.3', origin: 'plan', unit: 'EUR', validFrom: at, validUntil: at }];
  return {
    collection: COLLECTION,
    id,
    expectedVersion,
    schema: 1,
    head: { sequence: expectedVersion + 1, hash: HASH },
    state: { accountId: id, firmId: FIRM_ID, personId: personIdOf(number), lots, holds: [], threshold: {} },
    inbox: [{ id: cause, time: at }],
    messageIds: [cause],
    messages: [{ id: messageId, topic: 'benefits.events', key: id, sequence: expectedVersion + 1, causationId: cause, body: BODY }],
    at,
  };
}

/** As long as a debit's event. */
const BODY = JSON.stringify({ event: 'x'.repeat(760) });

async function writeNext(number: number): Promise<void> {
  const version = versions[number]!;
  versions[number] = version + 1;
  const result = await store.documents.commit(commitOf(number, version));
  if (result !== 'committed') throw new Error(`a bare write ended as ${result}`);
}

export interface WriteResult {
  /** Durable writes in the measured time, a second. */
  readonly rate: number;
  /** All of them, warm-up and end included. */
  readonly answered: number;
}

/** L1: writes debits of one account after the other with so many at a time; each is durable when it is counted. */
async function write({ clients, warmMs, ms }: WriteSpec): Promise<WriteResult> {
  const fromMs = performance.now() + warmMs;
  const untilMs = fromMs + ms;
  let [next, answered, completed] = [0, 0, 0];
  const client = async (): Promise<void> => {
    while (performance.now() < untilMs) {
      await writeNext(next++ % versions.length);
      answered++;
      const nowMs = performance.now();
      if (nowMs >= fromMs && nowMs <= untilMs) completed++;
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return { rate: (completed * 1_000) / ms, answered };
}

/** As many as the writer lets wait, half of it at a time. */
const TOGETHER = 5_000;

answer({
  async start({ dataDir, accounts }: StoreSpec): Promise<void> {
    store = await openSqliteStore({ dataDir, blobKey: systemAmbient.randomness.bytes(32), ...systemAmbient });
    versions = Array.from({ length: accounts }, () => 0);
    for (let first = 0; first < accounts; first += TOGETHER)
      await Promise.all(versions.slice(first, first + TOGETHER).map((_, i) => writeNext(first + i)));
  },
  write,
});
