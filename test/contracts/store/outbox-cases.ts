import { commitOf, messageOf, minute, COLLECTION } from './sample-commits';
import type { PlaceFixture } from './store-place';

const REF = { collection: COLLECTION, id: 'a' };

/** The way out of a document, which must not disturb the decisions taken on it. */
export function outboxCases(fixture: PlaceFixture): void {
  const documents = () => fixture.store.documents;
  const outboxOf = async (id = 'a') => (await documents().load(COLLECTION, id))!.outbox.map((message) => message.id);
  const pending = async () => (await documents().pendingOutboxes(1_000)).map(({ id }) => id);

  it('appends to the outbox in the order of the commits, and of the messages in each', async () => {
    await documents().commit(commitOf('a', 0, { messages: [messageOf('m9'), messageOf('m1')] }));
    await documents().commit(commitOf('a', 1, { messages: [messageOf('m5'), messageOf('m10')] }));
    expect(await outboxOf()).toEqual(['m9', 'm1', 'm5', 'm10']);
  });

  it('takes acknowledged messages out and leaves version and decisions alone', async () => {
    await documents().commit(commitOf('a', 0, { messages: [messageOf('m1'), messageOf('m2')] }));
    await documents().acknowledge(REF, ['m1', 'unknown']);
    expect(await documents().load(COLLECTION, 'a')).toMatchObject({ version: 1, state: { n: 1 }, outbox: [{ id: 'm2' }] });
    expect(await documents().commit(commitOf('a', 1))).toBe('committed');
    await documents().acknowledge({ collection: COLLECTION, id: 'missing' }, ['m2']);
    expect(await outboxOf()).toEqual(['m2']);
  });

  it('loses nothing that is appended while others are acknowledged', async () => {
    await documents().commit(commitOf('a', 0, { messages: [messageOf('m0')] }));
    for (let n = 1; n <= 50; n++) {
      const commit = documents().commit(commitOf('a', n, { messages: [messageOf(`m${n}`)] }));
      await Promise.all([documents().acknowledge(REF, [`m${n - 1}`]), commit]);
      expect(await outboxOf()).toEqual([`m${n}`]);
      expect(await pending()).toEqual(['a']);
    }
    await documents().acknowledge(REF, ['m50']);
    expect(await pending()).toEqual([]);
  });

  it('lists documents with a waiting outbox, the longest waiting first', async () => {
    await documents().commit(commitOf('late', 0, { messages: [messageOf('m1')], at: minute(5) }));
    await documents().commit(commitOf('early', 0, { messages: [messageOf('m2')], at: minute(1) }));
    await documents().commit(commitOf('none', 0, { at: minute(0) }));
    await documents().commit(commitOf('late', 1, { messages: [messageOf('m3')], at: minute(6) }));
    expect(await pending()).toEqual(['early', 'late']);
    expect(await documents().pendingOutboxes(1)).toEqual([{ collection: COLLECTION, id: 'early' }]);
    await documents().acknowledge({ collection: COLLECTION, id: 'early' }, ['m2']);
    expect(await pending()).toEqual(['late']);
    // Waits anew from its next commit on.
    await documents().acknowledge({ collection: COLLECTION, id: 'late' }, ['m1', 'm3']);
    await documents().commit(commitOf('none', 1, { messages: [messageOf('m4')], at: minute(7) }));
    await documents().commit(commitOf('late', 2, { messages: [messageOf('m5')], at: minute(8) }));
    expect(await pending()).toEqual(['none', 'late']);
  });

  it('wakes documents by their deadlines, the earliest first', async () => {
    expect(await documents().nextDeadline()).toBeUndefined();
    for (const [id, at] of [['b', 2], ['a', 1], ['c', 3], ['never', undefined]] as const)
      await documents().commit(commitOf(id, 0, at === undefined ? {} : { deadlineAt: minute(at) }));
    expect(await documents().nextDeadline()).toBe(minute(1));
    expect(await documents().waiting()).toEqual(new Map([[COLLECTION, 3]]));
    const due = async (at: number, limit = 10) => (await documents().due(minute(at), limit)).map(({ id }) => id);
    expect(await due(0)).toEqual([]);
    expect(await documents().due(minute(1), 10)).toEqual([{ ...REF, deadlineAt: minute(1) }]);
    expect(await due(2)).toEqual(['a', 'b']);
    expect(await due(9, 2)).toEqual(['a', 'b']);
    await documents().commit(commitOf('a', 1, { deadlineAt: minute(8) }));
    expect(await due(9)).toEqual(['b', 'c', 'a']);
  });
}
