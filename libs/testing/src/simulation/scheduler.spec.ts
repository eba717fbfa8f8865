import { SimulatedDisk, SimulatedStore, type DocumentCommit } from '@salvatempo/store';
import { Incarnation } from './incarnation';
import { Scheduler, settled } from './scheduler';
import { SeededRandomness } from './seeded-randomness';

const START_MS = Date.UTC(2026, 8, 1);

function world(seed: string) {
  const randomness = new SeededRandomness(seed);
  const scheduler = new Scheduler(randomness.fork('scheduler'), START_MS);
  return { scheduler, live: () => new Incarnation(scheduler, randomness.fork('life')) };
}

const commitOf = (id: string, expectedVersion = 0): DocumentCommit => ({
  collection: 'test.thing',
  id,
  expectedVersion,
  schema: 1,
  head: { sequence: 1, hash: '' },
  state: { id },
  inbox: [],
  messageIds: [],
  messages: [],
  at: '2026-09-01T00:00:00.000Z',
});

/** Twenty operations asked for together; the order in which they were performed. */
async function orderOf(seed: string): Promise<string> {
  const { scheduler, live } = world(seed);
  const incarnation = live();
  const seen: string[] = [];
  for (let n = 0; n < 20; n++)
    void incarnation.perform(`op ${n}`, () => n).then((value) => seen.push(`${value} at ${scheduler.clock.now()}`));
  while (await scheduler.step());
  return seen.join();
}

describe('the scheduler', () => {
  it('performs in the same order for the same seed, and in another for another', async () => {
    const first = await orderOf('one');
    expect(await orderOf('one')).toBe(first);
    expect(await orderOf('two')).not.toBe(first);
    expect(first).not.toMatch(/^0 at .*,1 at .*,2 at .*,3 at /);
  });

  it('moves the clock to each operation and no further', async () => {
    const { scheduler, live } = world('clock');
    const { ambient } = live();
    let firedAt = '';
    ambient.timers.after(60_000, () => (firedAt = ambient.clock.now()));
    const cancelled = ambient.timers.after(30_000, () => (firedAt = 'a cancelled timer fired'));
    cancelled.cancel();
    await scheduler.runFor(59_999);
    expect(firedAt).toBe('');
    await scheduler.runFor(5);
    expect(firedAt >= '2026-09-01T00:01:00.000Z' && firedAt <= '2026-09-01T00:01:00.003Z').toBe(true);
  });

  it('lets a dead incarnation neither act nor be answered', async () => {
    const { scheduler, live } = world('dead');
    const happened: string[] = [];
    const dead = live();
    void dead.perform('never', () => happened.push('performed')).then(() => happened.push('answered'));
    dead.ambient.timers.after(1, () => happened.push('fired'));
    dead.end();
    void dead.perform('too late', () => happened.push('performed after death'));
    const next = live();
    void next.perform('alive', () => happened.push('next life'));
    while (await scheduler.step());
    expect(happened).toEqual(['next life']);
    expect(dead.alive).toBe(false);
  });

  it('says what it waited for', async () => {
    const { scheduler } = world('empty');
    await expect(scheduler.until(() => false, 'a miracle')).rejects.toThrow('still waiting for a miracle');
  });
});

describe('a crash of the simulated store', () => {
  /** Commits one document and lets the power go after `operations` of the world. */
  async function crashAfter(operations: number, kept: (unsynced: number) => number) {
    const { scheduler, live } = world('crash');
    const disk = new SimulatedDisk();
    const answers: string[] = [];
    const dying = live();
    void new SimulatedStore(disk, dying).documents.commit(commitOf('a')).then((answer) => answers.push(answer));
    await settled();
    for (let n = 0; n < operations; n++) await scheduler.step();
    dying.end();
    disk.crash(kept);
    const store = new SimulatedStore(disk, live());
    let found: unknown = 'not read';
    void store.documents.load('test.thing', 'a').then((document) => (found = document?.version));
    while (await scheduler.step());
    return { answers, found };
  }

  it('loses a write that was not synced, and keeps one by chance', async () => {
    expect(await crashAfter(1, () => 0)).toEqual({ answers: [], found: undefined });
    expect(await crashAfter(1, (unsynced) => unsynced)).toEqual({ answers: [], found: 1 });
  });

  it('keeps a synced write whose answer was lost', async () => {
    expect(await crashAfter(2, () => 0)).toEqual({ answers: [], found: 1 });
  });

  it('keeps what was answered', async () => {
    expect(await crashAfter(3, () => 0)).toEqual({ answers: ['committed'], found: 1 });
  });
});
