import type { InboxEntry } from '@salvatempo/store';
import { commitOf, messageOf, minute, COLLECTION } from './sample-commits';
import type { PlaceFixture } from './store-place';

/** The one guarded write: what it keeps, and when it must not happen. */
export function commitCases(fixture: PlaceFixture): void {
  const documents = () => fixture.store.documents;
  const load = (id = 'a') => documents().load(COLLECTION, id);

  it('keeps all that was committed', async () => {
    const messages = [messageOf('m1'), messageOf('m2', { sequence: undefined, topic: 'other.commands', key: 'b' })];
    const state = { text: 'è "quoted" \u0000 😀', list: [1, 2.5, null, true, { deep: [] }], empty: {} };
    const over = { state, personal: { name: 'n' }, messageIds: ['r1'], messages, inboxFloor: minute(1), schema: 3 };
    expect(await documents().commit(commitOf('a', 0, over))).toBe('committed');
    const stored = await load();
    expect(stored).toEqual({
      collection: COLLECTION,
      id: 'a',
      schema: 3,
      version: 1,
      head: { sequence: 1, hash: 'hash-1' },
      state,
      personal: { name: 'n' },
      inbox: [{ id: 'r1', time: minute(0) }],
      inboxFloor: minute(1),
      outbox: [messageOf('m1'), { ...messages[1], sequence: undefined }],
    });
  });

  it('has nothing where nothing was committed', async () => {
    await documents().commit(commitOf('a', 0));
    expect(await load('b')).toBeUndefined();
    expect(await documents().load('test.other', 'a')).toBeUndefined();
  });

  it('inserts an id once, and once in each collection', async () => {
    expect(await documents().commit(commitOf('a', 0))).toBe('committed');
    expect(await documents().commit(commitOf('a', 0, { state: { other: true } }))).toBe('conflict');
    expect(await documents().commit(commitOf('a', 0, { collection: 'test.other' }))).toBe('committed');
    expect((await load())!.state).toEqual({ n: 1 });
  });

  it('updates only the version it was decided on', async () => {
    await documents().commit(commitOf('a', 0));
    expect(await documents().commit(commitOf('a', 2))).toBe('conflict');
    expect(await documents().commit(commitOf('a', 1))).toBe('committed');
    expect(await documents().commit(commitOf('a', 1, { messages: [messageOf('lost')] }))).toBe('conflict');
    expect(await documents().commit(commitOf('missing', 4))).toBe('conflict');
    expect(await load()).toMatchObject({ version: 2, state: { n: 2 }, outbox: [] });
    expect(await load('missing')).toBeUndefined();
  });

  it('takes no message into account twice', async () => {
    await documents().commit(commitOf('a', 0, { messageIds: ['r1', 'r2'] }));
    expect(await documents().commit(commitOf('a', 1, { messageIds: ['new', 'r2'] }))).toBe('repeated');
    for (const version of [0, 7])
      expect(await documents().commit(commitOf('a', version, { messageIds: ['r1'] }))).not.toBe('committed');
    expect((await load())!.version).toBe(1);
    expect(await documents().commit(commitOf('a', 1, { messageIds: ['r'] }))).toBe('committed');
    expect((await load())!.version).toBe(2);
  });

  it('keeps the inbox that each commit leaves, in its order', async () => {
    let inbox: InboxEntry[] = [];
    for (let version = 0, n = 0; version < 80; version++) {
      const messageIds = Array.from({ length: version % 40 === 7 ? 60 : (version * 7) % 4 }, () => `m${n++}`);
      inbox = [...inbox, ...messageIds.map((id) => ({ id, time: minute(version % 60) }))].slice(-100);
      expect(await documents().commit(commitOf('a', version, { messageIds, inbox }))).toBe('committed');
      expect((await load())!.inbox).toEqual(inbox);
    }
    const newest = inbox.at(-1)!.id;
    expect(await documents().commit(commitOf('a', 80, { messageIds: ['other', newest], inbox }))).toBe('repeated');
    expect(await documents().commit(commitOf('a', 80, { messageIds: [inbox[0]!.id], inbox }))).toBe('repeated');
    await fixture.reopen();
    expect((await load())!.inbox).toEqual(inbox);
  });

  it('gives who only reads a document all but its inbox and outbox', async () => {
    await documents().commit(commitOf('a', 0, { personal: { name: 'n' }, messageIds: ['r1'], messages: [messageOf('m1')] }));
    expect(await documents().read(COLLECTION, 'a')).toMatchObject({ collection: COLLECTION, id: 'a', schema: 1, version: 1, head: { sequence: 1 }, state: { n: 1 }, personal: { name: 'n' } });
    expect(await documents().read(COLLECTION, 'b')).toBeUndefined();
  });

  it('keeps personal data that a commit says nothing of', async () => {
    await documents().commit(commitOf('a', 0, { personal: { name: 'first' } }));
    await documents().commit(commitOf('a', 1));
    expect((await load())!.personal).toEqual({ name: 'first' });
    await documents().commit(commitOf('a', 2, { personal: {} }));
    expect((await load())!.personal).toEqual({});
  });

  it('forgets a floor and a deadline that a commit no longer has', async () => {
    await documents().commit(commitOf('a', 0, { inboxFloor: minute(1), deadlineAt: minute(9) }));
    await documents().commit(commitOf('a', 1));
    expect(await load()).not.toHaveProperty('inboxFloor');
    expect(await documents().nextDeadline()).toBeUndefined();
  });

  it('is not changed by what the caller does to the objects afterwards', async () => {
    const state = { items: [1] };
    const committed = documents().commit(commitOf('a', 0, { state }));
    state.items.push(2);
    await committed;
    expect((await load())!.state).toEqual({ items: [1] });
  });

  it('puts a document as another store had it, once, and goes on from there', async () => {
    await documents().commit(commitOf('b', 0, { personal: { name: 'n' }, messageIds: ['r1'], messages: [messageOf('m1')], inboxFloor: minute(1), deadlineAt: minute(9) }));
    await documents().commit(commitOf('b', 1, { messageIds: ['r2'], inbox: [{ id: 'r1', time: minute(0) }, { id: 'r2', time: minute(0) }], messages: [messageOf('m2')], inboxFloor: minute(1), deadlineAt: minute(9) }));
    const moved = { ...(await load('b'))!, id: 'a' };
    expect(await documents().restore(moved, minute(3))).toBe(true);
    expect(await documents().restore({ ...moved, state: { other: true } }, minute(3))).toBe(false);
    expect(await load()).toEqual(moved);
    expect((await documents().due(minute(9), 10)).map(({ id }) => id).sort()).toEqual(['a', 'b']);
    expect((await documents().pendingOutboxes(10)).map(({ id }) => id)).toContain('a');
    expect(await documents().commit(commitOf('a', 2, { messageIds: ['r1'], inbox: moved.inbox }))).toBe('repeated');
    expect(await documents().commit(commitOf('a', 1))).toBe('conflict');
    expect(await documents().commit(commitOf('a', 2))).toBe('committed');
    expect(await documents().restore({ ...moved, id: 'c', inbox: [], outbox: [], deadlineAt: undefined }, minute(3))).toBe(true);
    expect(await load('c')).toMatchObject({ version: 2, inbox: [], outbox: [] });
  });

  it('scans a collection page by page, and names all collections', async () => {
    for (const id of ['c', 'a', 'b']) await documents().commit(commitOf(id, 0));
    await documents().commit(commitOf('x', 0, { collection: 'test.other' }));
    const page = async (after?: string) => (await documents().scan(COLLECTION, after, 2)).map(({ id }) => id);
    expect(await page()).toEqual(['a', 'b']);
    expect(await page('b')).toEqual(['c']);
    expect(await documents().collections()).toEqual(['test.other', COLLECTION]);
  });
}
