import { NotStorableError } from '@salvatempo/kernel';
import type { Row, RowModel, RowQuery } from '@salvatempo/store';
import type { PlaceFixture } from './store-place';

const MODEL: RowModel = { name: 'test.offers', indexes: ['status', 'kind'] };
const TERRITORY = { wholeTerritory: true } as const;

const rowOf = (id: string, over: Partial<Row> = {}): Row => ({
  id,
  tenant: 't1',
  sequence: 1,
  order: id,
  indexed: { status: 'open', kind: 'iron' },
  value: { id },
  ...over,
});

/** Rows of read models: each follows its source's sequence, and each query names who may see. */
export function rowCases(fixture: PlaceFixture): void {
  const rows = () => fixture.store.rows;
  const query = async (over: Partial<RowQuery> = {}, model = MODEL) =>
    (await rows().query(model, { tenancy: { tenant: 't1' }, limit: 200, ...over })).map(({ id }) => id);

  it('takes in one event after the other, and neither a repeat nor a gap', async () => {
    expect(await rows().put(MODEL, rowOf('a', { sequence: 2 }))).toBe(false);
    expect(await rows().put(MODEL, rowOf('a'))).toBe(true);
    expect(await rows().put(MODEL, rowOf('a', { value: 'again' }))).toBe(false);
    expect(await rows().put(MODEL, rowOf('a', { sequence: 3 }))).toBe(false);
    const second = rowOf('a', { sequence: 2, value: { n: [1, null] }, indexed: { status: 'shut' } });
    expect(await rows().put(MODEL, second)).toBe(true);
    expect(await rows().put(MODEL, rowOf('a'))).toBe(false);
    expect(await rows().get(MODEL, 'a')).toEqual(second);
    expect(await rows().get({ ...MODEL, name: 'test.other' }, 'a')).toBeUndefined();
  });

  it('takes one in after the one that its writer knows of, where some are passed over', async () => {
    expect(await rows().put(MODEL, rowOf('a', { sequence: 3 }), 1)).toBe(false);
    expect(await rows().put(MODEL, rowOf('a', { sequence: 3 }), 0)).toBe(true);
    expect(await rows().put(MODEL, rowOf('a', { sequence: 3, value: 'again' }), 0)).toBe(false);
    expect(await rows().put(MODEL, rowOf('a', { sequence: 8 }), 2)).toBe(false);
    const later = rowOf('a', { sequence: 8, value: 'later' });
    expect(await rows().put(MODEL, later, 3)).toBe(true);
    expect(await rows().put(MODEL, rowOf('a', { sequence: 7, value: 'earlier' }), 3)).toBe(false);
    expect(await rows().get(MODEL, 'a')).toEqual(later);
    // Of one version there is one row: two that follow the same can't both be it.
    await expect(rows().put(MODEL, rowOf('a', { sequence: 8, order: 'z' }), 8)).rejects.toThrow(RangeError);
  });

  it('moves a row to where its new columns are found', async () => {
    await rows().put(MODEL, rowOf('a'));
    await rows().put(MODEL, rowOf('a', { sequence: 2, tenant: 't2', order: 'z', indexed: { status: 'shut' } }));
    expect(await query()).toEqual([]);
    expect(await query({ where: { status: 'open' }, tenancy: TERRITORY })).toEqual([]);
    expect(await query({ where: { kind: 'iron' }, tenancy: TERRITORY })).toEqual([]);
    expect(await query({ where: { status: 'shut' }, tenancy: { tenant: 't2' } })).toEqual(['a']);
  });

  it('finds a row where it stands, however often it changed without moving', async () => {
    const closed = { status: 'shut', kind: 'iron' };
    await rows().put(MODEL, rowOf('a'));
    await rows().put(MODEL, rowOf('b'));
    expect(await rows().put(MODEL, rowOf('a', { sequence: 2, value: 2 }))).toBe(true);
    expect(await rows().put(MODEL, rowOf('a', { sequence: 2, value: 'again' }))).toBe(false);
    expect(await rows().put(MODEL, rowOf('a', { sequence: 4, value: 'a gap' }))).toBe(false);
    expect(await query({ where: { status: 'open' } })).toEqual(['a', 'b']);
    await rows().put(MODEL, rowOf('a', { sequence: 3, value: 3, indexed: closed }));
    await rows().put(MODEL, rowOf('a', { sequence: 4, value: 4, indexed: closed }));
    expect(await query({ where: { status: 'open' } })).toEqual(['b']);
    expect(await query({ where: { status: 'shut', kind: 'iron' } })).toEqual(['a']);
    await rows().put(MODEL, rowOf('a', { sequence: 5, value: 5, indexed: closed, order: 'z' }));
    expect(await query()).toEqual(['b', 'a']);
    // At once: the newer one follows the older, or comes before it and is refused; it never stands over a gap.
    const [older, newer] = await Promise.all([6, 7].map((sequence) => rows().put(MODEL, rowOf('a', { sequence, value: sequence, indexed: closed, order: 'z' }))));
    const stands = newer ? 7 : 6;
    expect(older).toBe(true);
    expect(await rows().get(MODEL, 'a')).toMatchObject({ sequence: stands, value: stands, order: 'z' });
  });

  it('shows a tenant its own rows only, and the territory all', async () => {
    await rows().put(MODEL, rowOf('a'));
    await rows().put(MODEL, rowOf('b', { tenant: 't2' }));
    await rows().put({ ...MODEL, name: 'test.other' }, rowOf('c'));
    expect(await query()).toEqual(['a']);
    expect(await query({ where: { status: 'open' } })).toEqual(['a']);
    expect(await query({ tenancy: TERRITORY })).toEqual(['a', 'b']);
    expect(await query({ tenancy: TERRITORY, where: { status: 'open' } })).toEqual(['a', 'b']);
    expect(await query({ tenancy: { tenant: 't' } })).toEqual([]);
  });

  it('finds by several columns at once', async () => {
    await rows().put(MODEL, rowOf('a'));
    await rows().put(MODEL, rowOf('b', { indexed: { status: 'open', kind: 'meals' } }));
    await rows().put(MODEL, rowOf('c', { indexed: { status: 'shut', kind: 'iron' } }));
    expect(await query({ where: { status: 'open', kind: 'iron' } })).toEqual(['a']);
    expect(await query({ where: { kind: 'iron' }, newestFirst: true })).toEqual(['c', 'a']);
    expect(await query({ where: { kind: 'other' } })).toEqual([]);
  });

  it.each([{}, { where: { status: 'open' } }])('pages through a list by its order, both ways (%j)', async (over) => {
    const all = Array.from({ length: 25 }, (_, n) => `2026-${String(n).padStart(2, '0')}`);
    for (const order of [...all].reverse()) await rows().put(MODEL, rowOf(`id-${order}`, { order }));
    for (const newestFirst of [false, true]) {
      const seen: string[] = [];
      for (let after: string | undefined; ; after = seen.at(-1)!) {
        const page = await rows().query(MODEL, { tenancy: { tenant: 't1' }, limit: 10, newestFirst, after, ...over });
        if (page.length === 0) break;
        seen.push(...page.map(({ order }) => order));
      }
      expect(seen).toEqual(newestFirst ? [...all].reverse() : all);
    }
  });

  it('refuses what other stores would refuse: an undeclared column, an unbounded page, an unstorable value', async () => {
    await expect(rows().put(MODEL, rowOf('a', { indexed: { colour: 'red' } }))).rejects.toThrow('colour');
    await expect(rows().put(MODEL, rowOf('a', { value: { at: undefined } as never }))).rejects.toThrow(NotStorableError);
    await expect(query({ where: { colour: 'red' } })).rejects.toThrow('colour');
    await expect(query({ limit: 0 })).rejects.toThrow(RangeError);
    await expect(query({ limit: 1_001 })).rejects.toThrow(RangeError);
    expect(await query({ tenancy: TERRITORY })).toEqual([]);
  });

  it('clears one model, which then starts again', async () => {
    const other = { ...MODEL, name: 'test.other' };
    await rows().put(MODEL, rowOf('a'));
    await rows().put(other, rowOf('a'));
    await rows().clear(MODEL);
    expect(await query({ where: { status: 'open' } })).toEqual([]);
    expect(await query({}, other)).toEqual(['a']);
    expect(await rows().put(MODEL, rowOf('a'))).toBe(true);
  });
}
