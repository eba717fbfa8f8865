import { BoundedMap } from './bounded-map';

describe('a bounded map', () => {
  it('lets the one go that was set first, for a new key alone', () => {
    const map = new BoundedMap<string, number>(2);
    map.set('a', 1).set('b', 2).set('a', 3);
    expect([...map]).toEqual([['a', 3], ['b', 2]]);
    expect([...map.set('c', 4)]).toEqual([['b', 2], ['c', 4]]);
  });

  it('is never above its limit, and lets a sixteenth of a large one go together', () => {
    const map = new BoundedMap<number, number>(160);
    for (let n = 0; n < 1_000; n++) expect(map.set(n, n).size).toBeLessThanOrEqual(160);
    const kept = [...map.keys()];
    expect(kept).toEqual(Array.from({ length: kept.length }, (_, i) => 1_000 - kept.length + i));
    expect(kept.length).toBeGreaterThan(150);
  });

  it('keeps one longer that is taken out and set again', () => {
    const map = new BoundedMap<string, number>(2);
    map.set('a', 1).set('b', 2);
    map.delete('a');
    expect([...map.set('a', 1).set('c', 3).keys()]).toEqual(['a', 'c']);
  });
});
