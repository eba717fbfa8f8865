import { derivedId } from '@salvatempo/kernel';
import { AggregateRunner, DECISION_DEADLINE_MS, type Cause } from '@salvatempo/messaging';
import { DemandedFaults, SimulatedDisk, SimulatedStore, StoreUnavailableError, type Schedule, type Store } from '@salvatempo/store';
import { eventually, HandClock, memoryAmbient } from '@salvatempo/testing';
import { ProblemError } from '../problems/problem.error';
import type { Answer, SentAnswer } from './answer';
import { decided } from './answers';
import { billAggregate, type Bill } from './request-runner.fixture';
import { KEYS_KEPT_FOR_MS } from './key-retention';
import { RequestRunner, type ChangingRequest } from './request-runner';

const ID = derivedId('bil', 'one');
let disk: SimulatedDisk;
let faults: DemandedFaults;
let clock: HandClock;
let decisions: number;

beforeEach(() => {
  disk = new SimulatedDisk();
  faults = new DemandedFaults();
  clock = new HandClock();
  decisions = 0;
});

/** The program as it runs in one process: its request runner, and a route that adds to a bill. */
function life(schedule?: Schedule): { run: (request: ChangingRequest) => Promise<SentAnswer>; bills: AggregateRunner<Bill>; store: Store } {
  const store = new SimulatedStore(disk, schedule, faults);
  const ambient = memoryAmbient(clock);
  const requests = new RequestRunner(store, ambient, Buffer.alloc(32, 7));
  const bills = new AggregateRunner(billAggregate, { store, ambient, listener: { committed: () => undefined } });
  const route = (amountCents: number) => async (cause: Cause): Promise<Answer> => {
    decisions += 1;
    const { events } = decided(await bills.execute(ID, { type: 'add', data: { amountCents } }, cause));
    return { status: 201, body: { owesCents: events[0]!.data.owesCents }, location: `/bills/${ID}` };
  };
  return { store, bills, run: async (request) => (await requests.run(request, route((JSON.parse(request.body) as { amountCents: number }).amountCents))).sent };
}

const request = (more: Partial<ChangingRequest> = {}): ChangingRequest => ({
  principal: derivedId('per', 'buyer'), route: 'POST /bills', key: 'key-0001', body: '{"amountCents":5}', correlationId: 'c', tenantId: 'territory', ...more,
});
const owes = async (): Promise<number | undefined> => (await life().bills.load(ID))?.state.owesCents;
const codeOf = (error: unknown): string => (error instanceof ProblemError ? error.code : String(error));

/** Performs so many calls of the ports, then dies: nothing happens and nothing is answered any more. */
const dyingAfter = (steps: number): Schedule => ({ perform: (_label, run) => (steps-- > 0 ? Promise.resolve().then(run) : new Promise<never>(() => undefined)) });

describe('a request with a key', () => {
  it('sent fifty times in parallel has one effect, and whoever is answered gets the same bytes', async () => {
    const { run } = life();
    const settled = await Promise.allSettled(Array.from({ length: 50 }, () => run(request())));
    const answers = settled.flatMap((one) => (one.status === 'fulfilled' ? [JSON.stringify(one.value)] : []));
    const refusals = settled.flatMap((one) => (one.status === 'rejected' ? [codeOf(one.reason)] : []));
    expect(new Set(answers).size).toBe(1);
    expect(refusals.every((code) => code === 'request-in-flight')).toBe(true);
    expect(await run(request())).toEqual(JSON.parse(answers[0]!));
    expect(await owes()).toBe(5);
  });

  it('gets the stored answer byte for byte a day later, without being decided again', async () => {
    const { run, store } = life();
    const first = await run(request());
    await eventually(async () => (await store.keys.claim({ id: 'x'.repeat(9), bodyHash: '', createdAt: '', deadlineAt: '' }), true), 'the answer to be stored');
    clock.pass(23 * 3_600_000);
    expect(await life().run(request())).toEqual(first);
    expect(decisions).toBe(1);
  });

  it('is another request for another key, person or route', async () => {
    const { run } = life();
    for (const more of [{}, { key: 'key-0002' }, { principal: derivedId('per', 'other') }, { route: 'POST /bills/x' }]) await run(request(more));
    expect(await owes()).toBe(20);
  });

  it('with another body is refused, whether the first was answered or not', async () => {
    const { run } = life();
    void life(dyingAfter(1)).run(request({ key: 'key-dead' }));
    await run(request());
    for (const key of ['key-0001', 'key-dead']) await expect(run(request({ key, body: '{"amountCents":6}' }))).rejects.toMatchObject({ code: 'idempotency-key-reused' });
    expect(await owes()).toBe(5);
  });

  it.each(['', 'short', 'x'.repeat(81), 'with space', 'zürich-1', '../../etc', `key-0001\n`])('that is %j is refused', async (key) => {
    await expect(life().run(request({ key }))).rejects.toMatchObject({ code: 'idempotency-key-invalid' });
  });

  it('has to be there', async () => {
    await expect(life().run(request({ key: undefined }))).rejects.toMatchObject({ code: 'idempotency-key-missing' });
    expect(decisions).toBe(0);
  });
});

describe('a request that leaves no trace', () => {
  const untraced = async (more: Partial<ChangingRequest>): Promise<Cause> => {
    let found: Cause | undefined;
    await new RequestRunner(life().store, memoryAmbient(clock), Buffer.alloc(32, 7)).runUntraced(request(more), (cause) => Promise.resolve({ status: 201, body: { found: (found = cause) } }));
    return found!;
  };

  it('has a cause that follows from route and key alone, and nothing is kept of it', async () => {
    const first = await untraced({});
    const same = await untraced({ principal: derivedId('per', 'other'), body: '{}', correlationId: 'd', tenantId: 'x', traceparent: '00-1' });
    expect(same).toEqual(first);
    expect(Object.values(first).join()).not.toMatch(/key-0001|per_/);
    for (const more of [{ key: 'key-0002' }, { route: 'POST /others' }]) expect((await untraced(more)).id).not.toBe(first.id);
    clock.pass(KEYS_KEPT_FOR_MS + 1);
    expect(await life().store.keys.forget(clock.now(), 100)).toBe(0);
  });

  it('needs a key all the same', async () => {
    await expect(untraced({ key: undefined })).rejects.toMatchObject({ code: 'idempotency-key-missing' });
    await expect(untraced({ key: 'short' })).rejects.toMatchObject({ code: 'idempotency-key-invalid' });
  });
});

describe('a refusal', () => {
  it('frees the key, so that the request may be corrected', async () => {
    const { run } = life();
    await expect(run(request({ body: '{"amountCents":99999}' }))).rejects.toMatchObject({ code: 'credit-insufficient' });
    expect(JSON.parse((await run(request({ body: '{"amountCents":7}' }))).body)).toEqual({ owesCents: 7 });
  });

  it('for want of a store keeps the key, and the repeat has one effect', async () => {
    const { run } = life();
    faults.demand('documents.commit', 'unavailable-after');
    await expect(run(request())).rejects.toThrow(StoreUnavailableError);
    expect(JSON.parse((await run(request())).body)).toEqual({ owesCents: 5 });
    expect(await owes()).toBe(5);
  });
});

describe('a process that dies', () => {
  it('between key and effect leaves the request in flight until its time is over, then it is decided', async () => {
    void life(dyingAfter(1)).run(request());
    await eventually(async () => (await life().store.keys.forget('0', 1)) === 0, 'the key to be claimed');
    disk.crash((unsynced) => unsynced);
    const { run } = life();
    await expect(run(request())).rejects.toMatchObject({ code: 'request-in-flight', details: { retryAfterS: 1 } });
    expect(await owes()).toBeUndefined();
    clock.pass(DECISION_DEADLINE_MS);
    expect(JSON.parse((await run(request())).body)).toEqual({ owesCents: 5 });
    expect(await owes()).toBe(5);
  });

  it('after any number of its steps has at most one effect, and the repeat tells which', async () => {
    for (let steps = 0; steps < 14; steps++) {
      disk = new SimulatedDisk();
      void life(dyingAfter(steps)).run(request());
      for (let turns = 0; turns < 20; turns++) await eventually(() => true, 'a turn of the loop');
      disk.crash(() => 0);
      clock.pass(DECISION_DEADLINE_MS);
      const sent = await life().run(request());
      expect([steps, JSON.parse(sent.body), sent.status, sent.headers.location]).toEqual([steps, { owesCents: 5 }, 201, `/bills/${ID}`]);
      expect([steps, await owes()]).toEqual([steps, 5]);
    }
  });

  it('and whose time is over is taken over by one of the repeats alone', async () => {
    void life(dyingAfter(3)).run(request());
    for (let turns = 0; turns < 20; turns++) await eventually(() => true, 'a turn of the loop');
    disk.crash(() => 0);
    clock.pass(DECISION_DEADLINE_MS);
    const settled = await Promise.allSettled([life(), life(), life()].map(({ run }) => run(request())));
    const refusals = settled.flatMap((one) => (one.status === 'rejected' ? [codeOf(one.reason)] : []));
    expect(refusals.every((code) => code === 'request-in-flight')).toBe(true);
    expect(refusals.length).toBeLessThan(3);
    expect(await owes()).toBe(5);
  });
});
