import { StoreRefusedError, StoreUnavailableError } from '@salvatempo/store';
import { COLLECTION, commitOf, entryOf, messageOf, minute } from './sample-commits';
import type { PlaceFixture } from './store-place';

/** Opening, closing, and trouble with the place itself. */
export function lifecycleCases(fixture: PlaceFixture): void {
  const key = { id: 'k', bodyHash: 'h', createdAt: minute(0), deadlineAt: minute(1) };

  it('keeps everything when it is opened again', async () => {
    const { documents, journal, keys, rows } = fixture.store;
    const model = { name: 'test.rows', indexes: [] };
    await documents.commit(commitOf('a', 0, { messages: [messageOf('m1')], messageIds: ['r1'], deadlineAt: minute(2) }));
    await journal.append('test', [entryOf('m1')], minute(0));
    await keys.claim(key);
    await rows.put(model, { id: 'a', tenant: 't', sequence: 1, order: 'a', indexed: {}, value: 1 });
    const before = await documents.load(COLLECTION, 'a');
    const again = await fixture.reopen();
    expect(await again.documents.load(COLLECTION, 'a')).toEqual(before);
    expect(await again.documents.nextDeadline()).toBe(minute(2));
    expect((await again.documents.pendingOutboxes(9)).length).toBe(1);
    expect((await again.journal.backlog()).count).toBe(1);
    expect(await again.keys.claim(key)).toEqual(key);
    expect((await again.rows.get(model, 'a'))!.value).toBe(1);
  });

  it('finishes what is under way when it closes, and then refuses everything', async () => {
    const { store } = fixture;
    const underWay = Array.from({ length: 20 }, (_, n) => store.documents.commit(commitOf(`d${n}`, 0)));
    await store.close();
    await store.close();
    const results = await Promise.allSettled(underWay);
    const later = [
      () => store.documents.commit(commitOf('late', 0)),
      () => store.documents.load(COLLECTION, 'd0'),
      () => store.documents.due(minute(0), 1),
      () => store.journal.append('test', [entryOf('m1')], minute(0)),
      () => store.journal.unpublished(1),
      () => store.rows.get({ name: 'x', indexes: [] }, 'a'),
      () => store.keys.claim(key),
      () => store.parking.countFailure('g', 'd'),
      () => store.blobs.get('f'),
      () => store.ping(),
    ];
    for (const call of later) await expect(call()).rejects.toThrow(StoreUnavailableError);
    const again = await fixture.reopen();
    for (const [n, result] of results.entries())
      if (result.status === 'fulfilled') expect(await again.documents.load(COLLECTION, `d${n}`)).toBeDefined();
  });

  it('answers a ping while it can write', async () => {
    await fixture.store.ping();
    await fixture.store.ping();
  });

  it('says so when it is full, writes nothing of what it refused, reads on, and recovers by itself', async () => {
    const { fill } = fixture.place;
    if (!fill) return;
    const { store } = fixture;
    await store.documents.commit(commitOf('a', 0));
    const free = await fill(store);
    const large = { state: { text: 'x'.repeat(30_000) }, messages: [messageOf('m1')] };
    const refused = await Promise.allSettled([1, 2, 3].map((n) => store.documents.commit(commitOf(`n${n}`, 0, large))));
    for (const result of refused) expect(result).toMatchObject({ status: 'rejected', reason: { reason: 'full' } });
    expect((await store.documents.load(COLLECTION, 'a'))!.version).toBe(1);
    expect(await store.documents.load(COLLECTION, 'n1')).toBeUndefined();
    expect(await store.documents.pendingOutboxes(9)).toEqual([]);
    await free();
    expect(await store.documents.commit(commitOf('a', 1, large))).toBe('committed');
    await store.ping();
  });

  it('refuses a second opener, or shares with it as it says', async () => {
    await fixture.store.documents.commit(commitOf('a', 0));
    if (fixture.place.secondOpener === 'refused') {
      const second = fixture.openAnother();
      await expect(second).rejects.toThrow(StoreRefusedError);
      await expect(second).rejects.toMatchObject({ code: 'store-in-use' });
      expect(await fixture.store.documents.commit(commitOf('a', 1))).toBe('committed');
      return;
    }
    const second = await fixture.openAnother();
    expect(await second.documents.commit(commitOf('a', 1))).toBe('committed');
    expect(await fixture.store.documents.commit(commitOf('a', 1))).toBe('conflict');
    expect((await fixture.store.documents.load(COLLECTION, 'a'))!.version).toBe(2);
  });
}
