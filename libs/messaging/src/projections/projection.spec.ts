import { firmDebtAdded, type Envelope } from '@salvatempo/contracts';
import { derivedId } from '@salvatempo/kernel';
import { DemandedFaults, SimulatedDisk, SimulatedStore, StoreUnavailableError, type Store } from '@salvatempo/store';
import { realTimers } from '@salvatempo/testing';
import { NotYetKnownError } from '../transport/failures';
import { project, type Projection } from './projection';
import { RowReader } from './row-reader';

interface Bill {
  readonly billId: string;
  readonly owesCents: number;
}

const bills: Projection<Bill> = {
  model: { name: 'benefits.spec-bills', indexes: [] },
  prefix: 'bil',
  on: { [firmDebtAdded.type]: (before, { subject, data }) => ({ billId: subject, owesCents: (before?.owesCents ?? 0) + (data.amountCents as number) }) },
  place: ({ billId }) => ({ tenant: 'firm', order: billId, indexed: {} }),
};

const ID = derivedId('bil', 'one');
let faults: DemandedFaults;
let store: Store;
let reader: RowReader<Bill>;

beforeEach(() => {
  faults = new DemandedFaults();
  store = new SimulatedStore(new SimulatedDisk(), undefined, faults);
  reader = new RowReader(store, realTimers, bills);
});

const event = (sequence: number, more: Partial<Envelope> = {}): Envelope => ({
  specversion: '1.0', id: `${ID}:${sequence}:1`, source: '/salvatempo/benefits', type: firmDebtAdded.type, subject: ID, time: '2026-09-01T08:00:00.000Z', datacontenttype: 'application/json',
  partitionkey: ID, sequence, correlationid: 'c', causationid: 'c', tenantid: 'territory', data: { amountCents: 10 ** sequence }, ...more,
});
const take = (...events: readonly Envelope[]): Promise<unknown> => events.reduce<Promise<unknown>>((before, one) => before.then(() => project(store, bills, one)), Promise.resolve());
const owes = async (): Promise<number | undefined> => (await reader.get(ID))?.owesCents;

describe('a projection', () => {
  it('takes each event once, however often it comes', async () => {
    await take(event(1), event(1), event(2), event(1), event(2), event(3));
    expect(await owes()).toBe(1_110);
  });

  it('waits at a gap, and leaves the row as it is', async () => {
    await take(event(1));
    await expect(take(event(3))).rejects.toThrow(NotYetKnownError);
    expect(await owes()).toBe(10);
    await take(event(2), event(3));
    expect(await owes()).toBe(1_110);
  });

  it('waits for the first', async () => {
    await expect(take(event(2))).rejects.toThrow(NotYetKnownError);
    expect(await owes()).toBeUndefined();
  });

  it('counts an event that it has no use for, before and after there is a row', async () => {
    const other = { type: 'benefits.plan-opened.v1' };
    await take(event(1, other));
    expect([await owes(), (await reader.page({ tenancy: { wholeTerritory: true }, limit: 10 })).items]).toEqual([undefined, []]);
    await take(event(2), event(3, other), event(4));
    expect(await owes()).toBe(10_100);
  });

  it('takes only what concerns it where it is sparse, whatever was passed over before', async () => {
    const other = { type: 'benefits.plan-opened.v1' };
    const sparse: Projection<Bill> = { ...bills, isSparse: true };
    const takeSparse = (one: Envelope): Promise<void> => project(store, sparse, one);
    const sequence = async (): Promise<number | undefined> => (await store.rows.get(bills.model, ID))?.sequence;
    await takeSparse(event(1, other));
    expect(await sequence()).toBeUndefined();
    for (const one of [event(2), event(3, other), event(4), event(4), event(2)]) await takeSparse(one);
    expect([await owes(), await sequence()]).toEqual([10_100, 4]);
  });

  it('writes nothing before there is a row where it is sparse, though the event concerns it', async () => {
    const later: Projection<Bill> = { ...bills, isSparse: true, on: { [firmDebtAdded.type]: (before, one) => (one.sequence! < 2 && !before ? undefined : bills.on[firmDebtAdded.type]!(before, one)) } };
    await project(store, later, event(1));
    expect(await store.rows.get(bills.model, ID)).toBeUndefined();
    await project(store, later, event(2));
    await project(store, later, event(1));
    expect(await owes()).toBe(100);
  });

  it('passes over other aggregates of the topic, and what has no place in a chain', async () => {
    await take(event(1, { subject: derivedId('acc', 'x') }), event(1, { sequence: undefined }));
    expect((await reader.page({ tenancy: { wholeTerritory: true }, limit: 10 })).items).toEqual([]);
  });

  it('takes an event once where two processes were given it', async () => {
    await Promise.all([take(event(1)), take(event(1))]);
    await Promise.all([take(event(2)), take(event(2))]);
    expect(await owes()).toBe(110);
  });

  it('takes an event once where the store’s answer was lost', async () => {
    faults.demand('rows.put', 'unavailable-after');
    await expect(take(event(1))).rejects.toThrow(StoreUnavailableError);
    await take(event(1), event(2));
    expect(await owes()).toBe(110);
  });
});

describe('a reader', () => {
  it('knows whether the row has come as far as a write', async () => {
    await take(event(1));
    expect(await reader.caughtUp({ id: ID, sequence: 1 })).toBe(true);
    const waiting = reader.caughtUp({ id: ID, sequence: 2 });
    await take(event(2));
    expect(await waiting).toBe(true);
    expect(await reader.caughtUp({ id: ID, sequence: 9 })).toBe(false);
    expect(await reader.caughtUp(undefined)).toBe(true);
  });
});

describe('the rows of a projection', () => {
  it('are gone through one by one over its pages, in their order, as far as somebody wants', async () => {
    const ids = Array.from({ length: 250 }, (_, n) => derivedId('bil', String(n))).sort();
    for (const subject of [...ids].reverse()) await take(event(1, { subject }));
    const seen: string[] = [];
    for await (const { billId } of reader.each({ tenancy: { tenant: 'firm' } })) seen.push(billId);
    expect(seen).toEqual(ids);
    for await (const { billId } of reader.each({ tenancy: { tenant: 'firm' }, newestFirst: true })) if (seen.push(billId) === 252) break;
    expect(seen.slice(250)).toEqual([ids[249], ids[248]]);
  });
});
