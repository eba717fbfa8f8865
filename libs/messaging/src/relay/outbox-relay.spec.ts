import type { Envelope } from '@salvatempo/contracts';
import { DemandedFaults, SimulatedDisk, SimulatedStore, type Schedule } from '@salvatempo/store';
import { eventually, memoryAmbient, settled } from '@salvatempo/testing';
import { add, because, billAggregate, billId } from '../aggregates/bill.fixture';
import { Engine } from '../engine';
import { SimulatedBroker, SimulatedEventLog } from '../log/simulated';

const BILLS = ['one', 'two', 'three'].map(billId);
const TOPIC = 'benefits.events';
const never = new Promise<never>(() => undefined);

let disk: SimulatedDisk;
let broker: SimulatedBroker;
let faults: DemandedFaults;
let troubles: string[];

beforeEach(() => {
  disk = new SimulatedDisk();
  broker = new SimulatedBroker();
  faults = new DemandedFaults();
  troubles = [];
});

/** A life of the process; after `steps` calls of its ports it is dead: nothing happens and nothing is answered. */
function life(steps = Infinity, logSteps = Infinity): Engine {
  let [left, leftForLog] = [steps, logSteps];
  const schedule: Schedule = { perform: async (_label, run) => (left-- > 0 ? run() : never) };
  const logSchedule: Schedule = { perform: (label, run) => (leftForLog-- > 0 ? schedule.perform(label, run) : never) };
  const store = new SimulatedStore(disk, schedule, faults);
  const log = new SimulatedEventLog(broker, { schedule: logSchedule, wait: () => never });
  return new Engine({ store, log, ambient: memoryAmbient(), onTrouble: (where) => troubles.push(where) });
}

const published = (): Envelope[] => broker.read(TOPIC, undefined, 1_000).map(({ value }) => JSON.parse(value) as Envelope);

/** The order in which each bill's events first appeared. */
function orderOf(bill: string): number[] {
  const seen = new Set(published().flatMap(({ subject, sequence }) => (subject === bill ? [sequence!] : [])));
  return [...seen];
}

async function atRest(): Promise<void> {
  const store = new SimulatedStore(disk);
  await eventually(async () => (await store.documents.pendingOutboxes(10)).length === 0 && (await store.journal.backlog()).count === 0, 'empty outboxes and a published journal');
}

const spend = (engine: Engine, from: number, to: number): Promise<unknown> => {
  const runner = engine.runner(billAggregate);
  return Promise.all(BILLS.flatMap((bill) => Array.from({ length: to - from }, (_, n) => runner.execute(bill, add(1), because(`${bill}-${from + n}`)))));
};

describe('the relay', () => {
  it('publishes what was decided, once where nothing goes wrong, in order for each aggregate', async () => {
    const engine = life();
    engine.start();
    await spend(engine, 0, 20);
    await engine.flush();
    expect(published()).toHaveLength(60);
    for (const bill of BILLS) expect(orderOf(bill)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
    await atRest();
    await engine.stop();
  });

  it('finds what an earlier process left in outboxes', async () => {
    // Its log never answers, so that nothing is published.
    await spend(life(Infinity, 0), 0, 3);
    expect(published()).toEqual([]);
    const engine = life();
    engine.start();
    await atRest();
    for (const bill of BILLS) expect(orderOf(bill)).toEqual([1, 2, 3]);
    await engine.stop();
  });

  it('loses nothing and keeps the order, whichever step the process dies at', async () => {
    for (let steps = 0; steps < 90; steps++) {
      disk = new SimulatedDisk();
      broker = new SimulatedBroker();
      await spend(life(), 0, 2);
      const dying = life(steps);
      dying.start();
      void spend(dying, 2, 4);
      await settled();
      disk.crash(() => 0);
      const engine = life();
      engine.start();
      await spend(engine, 0, 4);
      await engine.flush();
      await atRest();
      for (const bill of BILLS) expect([steps, orderOf(bill)]).toEqual([steps, [1, 2, 3, 4]]);
      await engine.stop();
    }
  });

  it.each(['journal.append', 'documents.acknowledge', 'journal.unpublished', 'journal.markPublished', 'documents.pendingOutboxes'])('goes on by itself after trouble with %s', async (label) => {
    faults.demand(label, 'unavailable-before', 'unavailable-after');
    const engine = life();
    engine.start();
    await spend(engine, 0, 5);
    await atRest();
    for (const bill of BILLS) expect(orderOf(bill)).toEqual([1, 2, 3, 4, 5]);
    expect(troubles).toHaveLength(2);
    await engine.stop();
  });

  it('keeps moving to the journal while the log is away, and publishes when it is back', async () => {
    broker.down = true;
    const engine = life();
    engine.start();
    await spend(engine, 0, 5);
    const store = new SimulatedStore(disk);
    await eventually(async () => (await store.journal.backlog()).count === 15, 'fifteen messages in the journal');
    await eventually(async () => (await store.documents.pendingOutboxes(10)).length === 0, 'empty outboxes');
    broker.down = false;
    await atRest();
    for (const bill of BILLS) expect(orderOf(bill)).toEqual([1, 2, 3, 4, 5]);
    await engine.stop();
  });

  it('keeps the order where an earlier commit is still in the outbox, of a process that died or of an answer that was lost', async () => {
    const engine = life();
    engine.start();
    await spend(engine, 0, 1);
    await engine.flush();
    // Decided elsewhere and not relayed: its process is gone.
    await spend(life(Infinity, 0), 1, 2);
    faults.demand('documents.commit', 'unavailable-after');
    await spend(engine, 2, 3).catch(() => undefined);
    await spend(engine, 2, 5);
    await engine.flush();
    for (const bill of BILLS) expect(orderOf(bill)).toEqual([1, 2, 3, 4, 5]);
    await engine.stop();
  });

  it('finds by itself what another process left, without a restart', async () => {
    const fired: (() => void)[] = [];
    const ambient = { ...memoryAmbient(), timers: { after: (_ms: number, action: () => void) => (fired.push(action), { cancel: () => undefined }) } };
    const engine = new Engine({ store: new SimulatedStore(disk), log: new SimulatedEventLog(broker, { wait: () => never }), ambient });
    engine.start();
    await settled();
    await spend(life(Infinity, 0), 0, 1);
    for (let look = 0; look < 2; look++) {
      for (const fire of fired.splice(0)) fire();
      await settled();
    }
    for (const bill of BILLS) expect(orderOf(bill)).toEqual([1]);
  });
});
