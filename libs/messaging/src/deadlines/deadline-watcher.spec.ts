import type { Ambient } from '@salvatempo/kernel';
import { DemandedFaults, SimulatedDisk, SimulatedStore, type Store } from '@salvatempo/store';
import { eventually, HandClock, memoryAmbient, settled } from '@salvatempo/testing';
import { add, because, billAggregate, billId, DUE_AT, WAKING_CENTS } from '../aggregates/bill.fixture';
import { Engine } from '../engine';
import { memoryLogOf } from '../log/simulated/memory-log.fixture';

interface Planned {
  readonly delayMs: number;
  readonly action: () => void;
  cancelled: boolean;
}

let clock: HandClock;
let planned: Planned[];
let ambient: Ambient;
let disk: SimulatedDisk;
let faults: DemandedFaults;
let engine: Engine;

const HOUR_MS = 3_600_000;
/** The relay looks again so often; its timers are none of the watcher's. */
const RELAY_LOOKS_MS = 8_000;
const waiting = (): Planned[] => planned.filter(({ cancelled, delayMs }) => !cancelled && delayMs !== RELAY_LOOKS_MS);
const engineOn = (store: Store): Engine => new Engine({ store, log: memoryLogOf(), ambient });

/** Lets the time of the next timer come. */
function ring(): void {
  const next = waiting().sort((a, b) => a.delayMs - b.delayMs)[0]!;
  next.cancelled = true;
  clock.pass(next.delayMs);
  next.action();
}

beforeEach(() => {
  clock = new HandClock('2026-09-01T08:59:00.000Z');
  planned = [];
  ambient = {
    ...memoryAmbient(clock),
    timers: {
      after: (delayMs, action) => {
        const timer: Planned = { delayMs, action, cancelled: false };
        planned.push(timer);
        return { cancel: () => void (timer.cancelled = true) };
      },
    },
  };
  disk = new SimulatedDisk();
  faults = new DemandedFaults();
  engine = engineOn(new SimulatedStore(disk, undefined, faults));
});

afterEach(() => engine.stop());

const owes = async (name: string): Promise<number | undefined> => (await engine.runner(billAggregate).load(billId(name)))?.state.owesCents;
const wakingBill = (name: string) => engine.runner(billAggregate).execute(billId(name), add(WAKING_CENTS), because(name));
const passed = (name: string) => eventually(async () => (await owes(name)) === 0, `the deadline of ${name} to be passed`);

describe('the deadline watcher', () => {
  it('wakes a document at its deadline and not before', async () => {
    engine.start();
    await eventually(() => waiting().length === 1, 'the watcher to wait');
    await wakingBill('a');
    await eventually(() => waiting()[0]?.delayMs === 30_000, 'a timer');
    clock.pass(29_999);
    expect(await owes('a')).toBe(WAKING_CENTS);
    while (clock.now() < DUE_AT) {
      ring();
      await eventually(() => waiting().length > 0, 'the watcher to wait again');
    }
    await passed('a');
  });

  it('sets no timer further than its next look, since one of months would overflow and ring at once', async () => {
    clock = new HandClock('2026-05-01T08:00:00.000Z');
    engine.start();
    await eventually(() => waiting().length === 1, 'the watcher to wait');
    await wakingBill('a');
    await settled();
    expect(waiting().map(({ delayMs }) => delayMs)).toEqual([30_000]);
  });

  it('finds at its start what fell due while nothing ran, as many as there are', async () => {
    const names = Array.from({ length: 250 }, (_, n) => `bill-${n}`);
    await Promise.all(names.map(wakingBill));
    clock.pass(HOUR_MS);
    engine.start();
    for (const name of names) await passed(name);
  });

  it('hears of a nearer deadline that is written while it looks for the next', async () => {
    const store = new SimulatedStore(disk, undefined, faults);
    let release = (): void => undefined;
    let looking = false;
    const documents = { ...store.documents, nextDeadline: () => {
      const before = store.documents.nextDeadline();
      looking = true;
      return new Promise<string | undefined>((resolve) => (release = () => resolve(before)));
    } };
    engine = engineOn({ ...store, documents } as Store);
    clock.pass(50_000);
    engine.start();
    await eventually(() => looking, 'the watcher to look for the next deadline');
    await wakingBill('a');
    release();
    await eventually(() => waiting().length > 0, 'a timer');
    await settled();
    expect(Math.min(...waiting().map(({ delayMs }) => delayMs))).toBeLessThanOrEqual(10_000);
  });

  it('leaves a document alone whose rule does nothing about its deadline, and goes on with the others', async () => {
    const stubborn = { ...billAggregate, slices: billAggregate.slices.map((slice) => (slice.command === 'pass-deadline' ? { ...slice, decide: () => ({ ok: true as const, events: [] }) } : slice)) };
    engine.runner(stubborn);
    await engine.runner(stubborn).execute(billId('stubborn'), add(WAKING_CENTS), because('stubborn'));
    clock.pass(HOUR_MS);
    const looks = jest.spyOn(disk.image.documents, 'due');
    engine.start();
    await eventually(() => waiting().some(({ delayMs }) => delayMs === 1_000), 'a look in a second');
    expect(looks.mock.calls.length).toBeLessThanOrEqual(2);
  });

  it('tries again after trouble with the store', async () => {
    await wakingBill('a');
    clock.pass(HOUR_MS);
    faults.demand('documents.due', 'unavailable-before');
    faults.demand('documents.commit', 'unavailable-before', 'unavailable-after');
    engine.start();
    await eventually(async () => {
      for (const timer of waiting()) if (timer.delayMs <= 1_000) ring();
      return (await owes('a')) === 0;
    }, 'the deadline to be passed');
  });
});
