import type { Store } from '@salvatempo/store';
import { eventually } from '@salvatempo/testing';
import { newMongoPlace, type MongoPlace } from '../contracts/store/mongo-place';
import { COLLECTION } from '../contracts/store/sample-commits';
import { startHeldDocumentDb, type HeldDocumentDb, type Part } from './held-documentdb';
import { Told, writeUntil, type Marks } from './insistent-writer';

const WRITERS = 16;
/** Answers before each kill, so that it comes at another moment of the writers' lives. */
const KILLS: readonly (readonly [Part, number])[] = [
  ['postgres', 60],
  ['ferretdb', 60],
  ['postgres', 170],
  ['ferretdb', 170],
  ['postgres', 310],
  ['ferretdb', 310],
  ['postgres', 440],
  ['postgres', 530],
];
/** Answers after it: the writers go on as if nothing had been. */
const AFTERWARDS = 100;

let held: HeldDocumentDb;
let place: MongoPlace;
let store: Store;

beforeAll(async () => {
  held = await startHeldDocumentDb();
  place = await newMongoPlace(held.servers.MONGODB_URL);
  store = await place.open();
}, 120_000);

afterAll(async () => {
  await store?.close();
  await held?.end();
});

/** Each write that was answered is there and none is there twice, none that nobody tried, and each has its message. */
async function expectWhole({ documents }: Store, prefix: string, told: Told): Promise<void> {
  const known = new Set([...told.answered, ...told.found].map(([document, mark]) => `${document} ${mark}`));
  let there = 0;
  for (const { id, version, state, head, outbox } of await documents.scan(COLLECTION, undefined, 1_000)) {
    if (!id.startsWith(prefix)) continue;
    const { marks } = state as unknown as Marks;
    there += marks.length;
    expect([id, marks.length, new Set(marks).size, head.sequence]).toEqual([id, version, version, version]);
    expect(outbox.map(({ sequence }) => sequence)).toEqual(marks.map((_, n) => n + 1));
    expect(marks.filter((mark) => !known.delete(`${id} ${mark}`))).toEqual([]);
  }
  expect([...known]).toEqual([]);
  expect(there).toBe(told.answered.length + told.found.length);
}

it.each(KILLS.map(([part, answers], round) => ({ part, answers, round })))(
  `loses nothing that was answered to ${WRITERS} writers, and doubles nothing, when $part is killed after $answers answers`,
  async ({ part, answers, round }) => {
    const told = new Told();
    let isOver = false;
    const prefix = `round-${round}`;
    const writers = Array.from({ length: WRITERS }, (_, n) => writeUntil(() => isOver, store, { name: `w${n}`, own: `${prefix}-own-${n}`, shared: `${prefix}-shared` }, told));
    // A writer that fails ends the test at once.
    const go = (what: string, probe: () => boolean): Promise<unknown> => Promise.race([eventually(probe, what, { withinMs: 60_000, everyMs: 5 }), Promise.all(writers)]);
    try {
      await go(`${answers} answers`, () => told.answered.length >= answers);
      await held.tell(`kill-${part}`);
      await go('a write to be cut off', () => told.cutOff > 0);
      await held.tell(`start-${part}`);
      const before = told.answered.length;
      await go('the writers to go on', () => told.answered.length >= before + AFTERWARDS);
    } finally {
      isOver = true;
    }
    await Promise.all(writers);
    await expectWhole(store, prefix, told);
    process.stdout.write(`${part} killed after ${answers} answers: ${told.answered.length} writes answered, ${told.cutOff} cut off, of which ${told.found.length} were written; none lost, none doubled\n`);
  },
  120_000,
);
