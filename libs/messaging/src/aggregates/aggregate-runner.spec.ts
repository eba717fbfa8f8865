import { addMs, type Clock } from '@salvatempo/kernel';
import { DemandedFaults, NewerSchemaError, SimulatedDisk, SimulatedStore, StoreUnavailableError, type DocumentCommit, type Schedule, type Store } from '@salvatempo/store';
import { HandClock, memoryAmbient } from '@salvatempo/testing';
import { AggregateRunner } from './aggregate-runner';
import { add, because, billAggregate, billId, LIMIT_CENTS, type Bill } from './bill.fixture';
import { ContentionError, TooManyWaitingError } from './outcome';

const ID = billId('one');
let disk: SimulatedDisk;
let faults: DemandedFaults;
let store: Store;
let commits: DocumentCommit[];
let runner: AggregateRunner<Bill>;

const runnerOn = (on: Store, clock: Clock = new HandClock()): AggregateRunner<Bill> =>
  new AggregateRunner(billAggregate, { store: on, ambient: memoryAmbient(clock), listener: { committed: () => undefined } });

/** A store that writes down every commit. */
function counting(inner: Store): Store {
  const commit = (one: DocumentCommit) => {
    commits.push(one);
    return inner.documents.commit(one);
  };
  return { ...inner, documents: { ...inner.documents, commit } } as Store;
}

beforeEach(() => {
  disk = new SimulatedDisk();
  faults = new DemandedFaults();
  commits = [];
  store = counting(new SimulatedStore(disk, undefined, faults));
  runner = runnerOn(store);
});

const owes = async (): Promise<number | undefined> => (await runnerOn(new SimulatedStore(disk)).load(ID))?.state.owesCents;

describe('commands that wait for one document', () => {
  it('are decided together in few writes, each answered with its own events', async () => {
    const outcomes = await Promise.all(Array.from({ length: 100 }, (_, n) => runner.execute(ID, add(10), because(`cause-${n}`))));
    expect(outcomes.map((outcome) => outcome.kind === 'done' && outcome.events.map(({ sequence }) => sequence))).toEqual(Array.from({ length: 100 }, (_, n) => [n + 1]));
    expect(await owes()).toBe(1_000);
    expect(commits.length).toBeLessThanOrEqual(3);
  });

  it('are decided one on the other: together they never pass the limit', async () => {
    const outcomes = await Promise.all(Array.from({ length: 60 }, (_, n) => runner.execute(ID, add(300), because(`cause-${n}`))));
    expect(outcomes.filter(({ kind }) => kind === 'done')).toHaveLength(33);
    expect(outcomes.filter(({ kind }) => kind === 'refused')).toHaveLength(27);
    expect(await owes()).toBe(9_900);
  });

  it('fail alone where their decider has a defect', async () => {
    const asked = [runner.execute(ID, add(1), because('a')), runner.execute(ID, { type: 'break', data: {} }, because('b')), runner.execute(ID, add(2), because('c'))];
    const settled = await Promise.allSettled(asked);
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await owes()).toBe(3);
  });

  it('may only be so many', async () => {
    let open = (): void => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    const held: Schedule = { perform: (_label, run) => gate.then(run) };
    const slow = runnerOn(new SimulatedStore(disk, held));
    const asked = Array.from({ length: 2_100 }, (_, n) => slow.execute(ID, add(1), because(`cause-${n}`)));
    const settled = Promise.allSettled(asked);
    open();
    const refused = (await settled).filter((one): one is PromiseRejectedResult => one.status === 'rejected');
    expect(refused.length).toBeGreaterThanOrEqual(36);
    expect(refused.every(({ reason }) => reason instanceof TooManyWaitingError)).toBe(true);
    expect(await owes()).toBe(2_100 - refused.length);
  });
});

describe('a lost race', () => {
  it('is decided again on what is there now', async () => {
    await runner.execute(ID, add(1), because('first'));
    await runnerOn(new SimulatedStore(disk)).execute(ID, add(10), because('elsewhere'));
    expect(await runner.execute(ID, add(100), because('second'))).toMatchObject({ kind: 'done', state: { owesCents: 111 }, sequence: 3 });
  });

  it('is lost again and again without harm', async () => {
    faults.demand('documents.commit', 'conflict', 'conflict', 'conflict');
    expect(await runner.execute(ID, add(1), because('first'))).toMatchObject({ kind: 'done', sequence: 1 });
    expect(commits).toHaveLength(4);
  });

  it('ends with "try later" at the deadline, and nothing written', async () => {
    const hand = new HandClock();
    const hurrying: Clock = { monotonicMs: () => 0, now: () => (hand.pass(400), hand.now()) };
    faults.demand('documents.commit', ...Array.from({ length: 50 }, () => 'conflict' as const));
    await expect(runnerOn(store, hurrying).execute(ID, add(1), because('first'))).rejects.toThrow(ContentionError);
    expect(await owes()).toBeUndefined();
  });

  it('makes a "no" from memory be asked again of what is stored', async () => {
    await runner.execute(ID, add(LIMIT_CENTS), because('full'));
    await runnerOn(new SimulatedStore(disk)).execute(ID, { type: 'settle', data: {} }, because('elsewhere'));
    expect(await runner.execute(ID, add(5), because('again'))).toMatchObject({ kind: 'done', state: { owesCents: 5 } });
    expect(await runner.execute(ID, add(LIMIT_CENTS), because('too much'))).toMatchObject({ kind: 'refused', refusal: { code: 'credit-insufficient' } });
  });

  it('lets no decider fail at what is only remembered', async () => {
    await runner.execute(ID, { type: 'settle', data: {} }, because('empty'));
    await runnerOn(new SimulatedStore(disk)).execute(ID, add(5), because('elsewhere'));
    expect(await runner.execute(ID, { type: 'pay', data: {} }, because('paid'))).toMatchObject({ kind: 'done', state: { owesCents: 0 }, sequence: 3 });
    await expect(runner.execute(ID, { type: 'pay', data: {} }, because('paid twice'))).rejects.toThrow('nothing is owed');
  });
});

describe('a repeated cause', () => {
  it('has its effect once, and is told what it was', async () => {
    const first = await runner.execute(ID, add(5), because('same'));
    const again = await runner.execute(ID, add(5), because('same'));
    expect(first.kind === 'done' && again.kind === 'repeated' && again.events).toEqual(first.kind === 'done' && first.events);
    expect(await owes()).toBe(5);
  });

  it('has its effect once also within one write', async () => {
    const outcomes = await Promise.all([1, 2, 3].map(() => runner.execute(ID, add(5), because('same'))));
    expect(outcomes.map(({ kind }) => kind)).toEqual(['done', 'repeated', 'repeated']);
    expect(await owes()).toBe(5);
  });

  it('is found after so many others that the document has forgotten it', async () => {
    await runner.execute(ID, add(5), because('same'));
    const later = addMs(because('').time, 1);
    for (let n = 0; n < 300; n++) await runner.execute(ID, { type: 'settle', data: {} }, because(`other-${n}`, { time: later }));
    expect(await runner.execute(ID, add(5), because('same'))).toMatchObject({ kind: 'repeated', events: [{ causationid: 'same' }] });
    expect(await owes()).toBe(0);
  });

  it('is the way to learn what became of a write whose answer was lost', async () => {
    faults.demand('documents.commit', 'unavailable-after');
    await expect(runner.execute(ID, add(5), because('same'))).rejects.toThrow(StoreUnavailableError);
    expect(await runner.execute(ID, add(5), because('same'))).toMatchObject({ kind: 'repeated', events: [{ sequence: 1 }] });
    expect(await owes()).toBe(5);
  });

  it('that may only look decides nothing, and one that may go on does', async () => {
    expect(await runner.execute(ID, add(5), because('same', { lookup: 'only' }))).toEqual({ kind: 'unknown' });
    expect(await runner.earlier(ID, because('same'))).toBeUndefined();
    expect(await runner.earlier(ID, because('same', { lookup: 'only' }))).toEqual({ kind: 'unknown' });
    expect(await runner.earlier(ID, because('same', { lookup: 'then-decide' }))).toBeUndefined();
    expect(await runner.execute(ID, add(5), because('same', { lookup: 'then-decide' }))).toMatchObject({ kind: 'done' });
    expect(await runner.earlier(ID, because('same', { lookup: 'only' }))).toMatchObject({ kind: 'repeated', events: [{ causationid: 'same' }] });
  });

  it('is answered with what came of it, also where another process was just before', async () => {
    await runner.execute(ID, add(1), because('before'));
    const late = new SimulatedStore(disk);
    const load = late.documents.load.bind(late.documents);
    let isFirst = true;
    late.documents.load = async (...of) => {
      const found = await load(...of);
      if (isFirst) await runner.execute(ID, add(5), because('same'));
      isFirst = false;
      return found;
    };
    expect(await runnerOn(late).execute(ID, add(5), because('same', { lookup: 'then-decide' }))).toMatchObject({ kind: 'repeated', state: { owesCents: 6 }, sequence: 2 });
  });

  it('leaves nothing where there was nothing to do', async () => {
    expect(await runner.execute(ID, add(0), because('nothing'))).toMatchObject({ kind: 'done', events: [] });
    expect(commits).toEqual([]);
  });
});

describe('what is kept beside the state alone', () => {
  const count = (name: string) => runner.execute(ID, { type: 'count', data: { name } }, because('the-same-for-all'));
  const kept = async () => (await new SimulatedStore(disk).documents.load('benefits.bill', ID))!;

  it('is durable without a message, an inbox entry or a step of the chain, whatever came at once', async () => {
    await Promise.all(Array.from({ length: 64 }, (_, n) => count(`name-${n % 32}`)));
    const { personal, inbox, outbox, head, version } = await kept();
    expect(personal!['names']).toHaveLength(32);
    expect({ inbox, outbox, sequence: head.sequence, version }).toEqual({ inbox: [], outbox: [], sequence: 0, version: commits.length });
  });

  it('is kept once although the answer of its write was lost, and stays when something happens', async () => {
    faults.demand('documents.commit', 'unavailable-after');
    await expect(count('one')).rejects.toThrow(StoreUnavailableError);
    expect(await count('one')).toMatchObject({ kind: 'done', events: [] });
    await runner.execute(ID, add(5), because('a'));
    expect(await kept()).toMatchObject({ version: 2, personal: { names: ['one'] }, state: { owesCents: 5 }, head: { sequence: 1 } });
  });
});

describe('documents of other programs', () => {
  const written = (schema: number, state: DocumentCommit['state']): DocumentCommit => ({
    collection: 'benefits.bill', id: ID, expectedVersion: 0, schema, head: { sequence: 0, hash: '' }, state, inbox: [], messageIds: [], messages: [], at: '2026-09-01T08:00:00.000Z',
  });

  it('that are newer are left alone', async () => {
    await store.documents.commit(written(3, { anything: 'else' }));
    const before = await store.documents.load('benefits.bill', ID);
    await expect(runner.execute(ID, add(1), because('a'))).rejects.toThrow(NewerSchemaError);
    await expect(runner.load(ID)).rejects.toThrow(NewerSchemaError);
    expect(await store.documents.load('benefits.bill', ID)).toEqual(before);
  });

  it('that are older are read as today’s, and written as such', async () => {
    await store.documents.commit(written(1, { euros: 3 }));
    expect(await runner.execute(ID, add(1), because('a'))).toMatchObject({ kind: 'done', state: { owesCents: 301 } });
    expect(await store.documents.load('benefits.bill', ID)).toMatchObject({ schema: 2, state: { owesCents: 301 } });
  });
});

describe('where nobody else writes', () => {
  it('what isn’t there is looked for once, until a command makes it', async () => {
    let reads = 0;
    const read = (collection: string, id: string) => {
      reads += 1;
      return store.documents.read(collection, id);
    };
    const alone = runnerOn({ ...store, soleWriter: true, documents: { ...store.documents, read } } as Store);
    expect(await alone.load(ID)).toBeUndefined();
    expect(await alone.load(ID)).toBeUndefined();
    expect(reads).toBe(1);
    await alone.execute(ID, add(300), because('first'));
    expect((await alone.load(ID))?.state.owesCents).toBe(300);
    expect(reads).toBe(1);
  });
});
