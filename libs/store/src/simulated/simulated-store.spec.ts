import { settled } from '@salvatempo/testing';
import { StoreUnavailableError, type DocumentCommit } from '../ports';
import { DemandedFaults, immediately } from './schedule';
import { SimulatedDisk } from './simulated-disk';
import { SimulatedStore, memoryStore } from './simulated-store';

const commitOf = (expectedVersion: number, messageIds: readonly string[] = []): DocumentCommit => ({
  collection: 'test.thing',
  id: 'a',
  expectedVersion,
  schema: 1,
  head: { sequence: expectedVersion + 1, hash: '' },
  state: { items: [1] },
  inbox: messageIds.map((id) => ({ id, time: '2026-09-01T00:00:00.000Z' })),
  messageIds,
  messages: [],
  at: '2026-09-01T00:00:00.000Z',
});

describe('the simulated store', () => {
  it('shares nothing with who writes or reads', async () => {
    const store = memoryStore();
    const items = [1];
    await store.documents.commit({ ...commitOf(0), state: { items } });
    items.push(2);
    const first = await store.documents.load('test.thing', 'a');
    (first!.state as { items: number[] }).items.push(3);
    expect((await store.documents.load('test.thing', 'a'))!.state).toEqual({ items: [1] });
  });

  it('loses a race on demand, and nothing is written', async () => {
    const faults = new DemandedFaults();
    const store = new SimulatedStore(new SimulatedDisk(), immediately, faults);
    faults.demand('documents.commit', 'conflict');
    expect(await store.documents.commit(commitOf(0))).toBe('conflict');
    expect(await store.documents.load('test.thing', 'a')).toBeUndefined();
    expect(await store.documents.commit(commitOf(0))).toBe('committed');
  });

  it('is unavailable on demand, before the write or after it', async () => {
    const faults = new DemandedFaults();
    const store = new SimulatedStore(new SimulatedDisk(), immediately, faults);
    faults.demand('documents.commit', 'unavailable-before', 'unavailable-after');
    await expect(store.documents.commit(commitOf(0))).rejects.toThrow(StoreUnavailableError);
    expect(await store.documents.load('test.thing', 'a')).toBeUndefined();
    await expect(store.documents.commit(commitOf(0))).rejects.toThrow(StoreUnavailableError);
    expect((await store.documents.load('test.thing', 'a'))!.version).toBe(1);
  });

  it('has a full disk on demand: writes are refused, reads go on, and it recovers', async () => {
    const disk = new SimulatedDisk();
    const store = new SimulatedStore(disk);
    await store.documents.commit(commitOf(0));
    disk.full = true;
    await expect(store.documents.commit(commitOf(1))).rejects.toMatchObject({ reason: 'full' });
    await expect(store.ping()).rejects.toMatchObject({ reason: 'full' });
    expect((await store.documents.load('test.thing', 'a'))!.version).toBe(1);
    disk.full = false;
    expect(await store.documents.commit(commitOf(1))).toBe('committed');
  });

  it('guards by version and by message ids', async () => {
    const store = memoryStore();
    expect(await store.documents.commit(commitOf(0, ['m1']))).toBe('committed');
    expect(await store.documents.commit(commitOf(0, ['m2']))).toBe('conflict');
    expect(await store.documents.commit(commitOf(1, ['m1']))).toBe('repeated');
  });

  it('answers nobody before the sync, and at a crash keeps only a beginning of what was written', async () => {
    const disk = new SimulatedDisk();
    const answers: string[] = [];
    for (const id of ['a', 'b', 'c'])
      void disk
        .write((image) => image.keys.claim({ id, bodyHash: '', createdAt: '', deadlineAt: '' }))
        .then(() => answers.push(id));
    disk.crash((unsynced) => unsynced - 1);
    await settled();
    expect(answers).toEqual([]);
    const taken = ['a', 'b', 'c'].map(
      (id) => disk.image.keys.claim({ id, bodyHash: 'x', createdAt: '', deadlineAt: '' }) !== undefined,
    );
    expect(taken).toEqual([true, true, false]);
  });

  it('refuses everything once it is closed', async () => {
    const store = memoryStore();
    await store.close();
    await expect(store.documents.load('test.thing', 'a')).rejects.toMatchObject({ reason: 'stopped' });
  });
});
