import type { ParkedMessage } from '@salvatempo/store';
import { minute } from './sample-commits';
import type { PlaceFixture } from './store-place';

const parked = (delivery: string, over: Partial<ParkedMessage> = {}): ParkedMessage => ({
  group: 'test.reader',
  topic: 'test.events',
  key: 'a',
  delivery,
  value: `value of ${delivery}`,
  reason: 'parked',
  ...over,
});

/** What a consumer set aside, and how often it failed. */
export function parkingCases(fixture: PlaceFixture): void {
  const parking = () => fixture.store.parking;
  const waiting = async (key = 'a', group = 'test.reader') => parking().messages(group, 'test.events', key, 1_000);

  it('counts the failures of each delivery for each group', async () => {
    expect(await parking().countFailure('g', 't:0:1')).toBe(1);
    expect(await parking().countFailure('g', 't:0:1')).toBe(2);
    expect(await parking().countFailure('g', 't:0:2')).toBe(1);
    expect(await parking().countFailure('h', 't:0:1')).toBe(1);
    await fixture.reopen();
    expect(await parking().countFailure('g', 't:0:1')).toBe(3);
  });

  it('keeps the messages of a key in order, and each once', async () => {
    const deferred = parked('test.events:0:1', { reason: 'deferred', until: minute(5) });
    await parking().park(deferred);
    await parking().park(parked('test.events:0:10'));
    await parking().park(parked('test.events:0:9'));
    await parking().park(parked('test.events:0:10', { value: 'again' }));
    await parking().park(parked('test.events:1:1', { key: 'b' }));
    await parking().park(parked('test.events:0:1', { group: 'test.other' }));
    expect(await waiting()).toEqual([deferred, parked('test.events:0:10'), parked('test.events:0:9')]);
    expect(await parking().messages('test.reader', 'test.events', 'a', 1)).toEqual([deferred]);
    expect(await waiting('b', 'test.other')).toEqual([]);
  });

  it('says which keys are parked, with the reason of the first', async () => {
    expect([...(await parking().parkedKeys('test.reader'))]).toEqual([]);
    await parking().park(parked('test.events:0:1', { reason: 'deferred', until: minute(5) }));
    await parking().park(parked('test.events:0:2'));
    await parking().park(parked('test.events:0:3', { key: 'b/c' }));
    await parking().park(parked('other.events:0:3', { topic: 'other.events' }));
    await parking().park(parked('test.events:0:1', { group: 'test.other' }));
    const keys = Object.fromEntries(await parking().parkedKeys('test.reader'));
    expect(keys).toEqual({ 'test.events/a': 'deferred', 'test.events/b/c': 'parked', 'other.events/a': 'parked' });
  });

  it('lets one go, and forgets its failures', async () => {
    await parking().park(parked('test.events:0:1', { reason: 'deferred', until: minute(5) }));
    await parking().park(parked('test.events:0:2'));
    await parking().countFailure('test.reader', 'test.events:0:1');
    await parking().unpark('test.reader', 'test.events', 'a', 'test.events:0:1');
    expect(await waiting()).toEqual([parked('test.events:0:2')]);
    expect(await parking().countFailure('test.reader', 'test.events:0:1')).toBe(1);
    expect(Object.fromEntries(await parking().parkedKeys('test.reader'))).toEqual({ 'test.events/a': 'parked' });
    await parking().unpark('test.reader', 'test.events', 'a', 'test.events:0:2');
    expect([...(await parking().parkedKeys('test.reader'))]).toEqual([]);
  });
}
