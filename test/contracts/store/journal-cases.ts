import { COLLECTION, entryOf, minute } from './sample-commits';
import type { PlaceFixture } from './store-place';

const REF = { collection: COLLECTION, id: 'a' };

/** The permanent history of what was decided. */
export function journalCases(fixture: PlaceFixture): void {
  const journal = () => fixture.store.journal;
  const ids = (entries: readonly { readonly id: string }[]) => entries.map(({ id }) => id);

  it('appends in order, and an entry that is there already is left as it is', async () => {
    await journal().append('test', [entryOf('m2'), entryOf('m1')], minute(0));
    await journal().append('test', [entryOf('m1', { body: 'other' }), entryOf('m3')], minute(1));
    const found = await journal().unpublished(10);
    expect(ids(found)).toEqual(['m2', 'm1', 'm3']);
    expect(found[1]!.body).toBe(entryOf('m1').body);
    const positions = found.map(({ position }) => position);
    expect(positions).toEqual([...positions].sort((a, b) => a - b));
  });

  it('keeps an entry whole', async () => {
    const command = entryOf('m1', { sequence: undefined, topic: 'other.commands', key: 'b', causationId: 'c', body: '{"è": 1}' });
    await journal().append('test', [command], minute(0));
    const { position: _position, ...found } = (await journal().unpublished(10))[0]!;
    expect(found).toEqual({ ...command, sequence: undefined });
  });

  it('hands out the same again while it isn’t published, and after the store was opened anew', async () => {
    await journal().append('test', [entryOf('m1'), entryOf('m2', { sequence: undefined, topic: 'other.commands' })], minute(0));
    const first = await journal().unpublished(10);
    expect(await journal().unpublished(10)).toEqual(first);
    await fixture.reopen();
    expect(await journal().unpublished(10)).toEqual(first);
  });

  it('hands out what is not published, page by page, and says how much and since when', async () => {
    expect(await journal().backlog()).toEqual({ count: 0 });
    await journal().append('one', [entryOf('m1'), entryOf('m2')], minute(2));
    await journal().append('two', [entryOf('m3')], minute(1));
    expect(await journal().backlog()).toEqual({ count: 3, oldestAt: minute(1) });
    const first = await journal().unpublished(2);
    expect(ids(first)).toEqual(['m1', 'm2']);
    await journal().markPublished(first.map(({ position }) => position));
    expect(ids(await journal().unpublished(2))).toEqual(['m3']);
    await journal().append('one', [entryOf('m1')], minute(3));
    expect(await journal().backlog()).toEqual({ count: 1, oldestAt: minute(1) });
  });

  it('hands out all that was appended from a position on, published or not', async () => {
    await journal().append('one', [entryOf('m1'), entryOf('m2')], minute(0));
    await journal().append('two', [entryOf('m3')], minute(0));
    const [first] = await journal().unpublished(1);
    await journal().markPublished([first!.position]);
    const page = await journal().since(0, 2);
    expect(ids(page)).toEqual(['m1', 'm2']);
    expect(ids(await journal().since(page[1]!.position, 2))).toEqual(['m3']);
    expect(await journal().since(page[1]!.position + 1_000, 2)).toEqual([]);
  });

  it('finds the effects that a cause had in one aggregate', async () => {
    const other = { collection: COLLECTION, id: 'b' };
    const namesake = { collection: 'test.other', id: 'a' };
    const entries = [
      entryOf('m1', { causationId: 'c1' }),
      entryOf('m2', { causationId: 'c2' }),
      entryOf('m3', { causationId: 'c1', source: other }),
      entryOf('m4', { causationId: 'c1', source: namesake }),
      entryOf('m5', { causationId: 'c1', sequence: undefined }),
    ];
    await journal().append('test', entries, minute(0));
    expect(ids(await journal().byCausation(REF, 'c1'))).toEqual(['m1', 'm5']);
    expect(await journal().byCausation(REF, 'c')).toEqual([]);
  });

  it('tells the history of one aggregate: its events in the order of their numbers, without commands', async () => {
    const event = (id: string, sequence: number | undefined, source = REF) => entryOf(id, { sequence, source });
    const others = [event('x1', 1, { ...REF, id: 'b' }), event('x2', 1, { ...REF, collection: 'test.other' })];
    await journal().append('test', [event('m2', 2), event('m1', 1), event('c1', undefined), event('m10', 10), ...others], minute(0));
    expect(ids(await journal().history(REF, 0, 10))).toEqual(['m1', 'm2', 'm10']);
    expect(ids(await journal().history(REF, 1, 1))).toEqual(['m2']);
    expect(await journal().history(REF, 10, 10)).toEqual([]);
  });
}
