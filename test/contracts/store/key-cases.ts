import type { KeyRecord } from '@salvatempo/store';
import { minute } from './sample-commits';
import type { PlaceFixture } from './store-place';

const recordOf = (id: string, over: Partial<KeyRecord> = {}): KeyRecord => ({
  id,
  bodyHash: 'hash',
  createdAt: minute(0),
  deadlineAt: minute(1),
  ...over,
});

/** Idempotency keys. */
export function keyCases(fixture: PlaceFixture): void {
  const keys = () => fixture.store.keys;

  it('is claimed by one of many', async () => {
    const claims = Array.from({ length: 50 }, (_, n) => keys().claim(recordOf('k', { bodyHash: String(n) })));
    const found = await Promise.all(claims);
    const winners = found.flatMap((stored, n) => (stored === undefined ? [String(n)] : []));
    expect(winners).toHaveLength(1);
    for (const stored of found) if (stored) expect(stored).toEqual(recordOf('k', { bodyHash: winners[0]! }));
  });

  it('repeats the answer byte for byte, and the first one for ever', async () => {
    await keys().claim(recordOf('k'));
    await keys().answer('k', '{"è":"\\u0000 😀"}');
    await keys().answer('k', 'another');
    expect(await keys().claim(recordOf('k'))).toEqual(recordOf('k', { answer: '{"è":"\\u0000 😀"}' }));
  });

  it('is taken over by one of many when its deadline has passed', async () => {
    await keys().claim(recordOf('k'));
    expect(await keys().renew('k', minute(0), minute(5))).toBe(false);
    const renewed = await Promise.all([1, 2, 3].map(() => keys().renew('k', minute(1), minute(5))));
    expect(renewed.filter(Boolean)).toHaveLength(1);
    expect((await keys().claim(recordOf('k')))!.deadlineAt).toBe(minute(5));
    await keys().answer('k', 'done');
    expect(await keys().renew('k', minute(5), minute(6))).toBe(false);
    expect(await keys().renew('missing', minute(1), minute(6))).toBe(false);
  });

  it('is free again after a release, but not once it has an answer', async () => {
    await keys().claim(recordOf('k'));
    await keys().release('k');
    expect(await keys().claim(recordOf('k', { bodyHash: 'new' }))).toBeUndefined();
    await keys().answer('k', 'done');
    await keys().release('k');
    expect(await keys().claim(recordOf('k'))).toMatchObject({ bodyHash: 'new', answer: 'done' });
    await keys().release('missing');
  });

  it('is forgotten by age, some at a time', async () => {
    for (let n = 0; n < 5; n++) await keys().claim(recordOf(`k${n}`, { createdAt: minute(n) }));
    expect(await keys().forget(minute(3), 3)).toBe(3);
    expect(await keys().forget(minute(3), 3)).toBe(1);
    expect(await keys().forget(minute(3), 3)).toBe(0);
    expect(await keys().claim(recordOf('k3'))).toBeUndefined();
    expect(await keys().claim(recordOf('k4'))).toBeDefined();
  });
}
