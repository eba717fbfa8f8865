import { DONE, type Delivery } from '@salvatempo/messaging';
import { after, caughtUp, numbered, Reading, recordOf, TOPIC, type LogFixture } from './log-place';

const KEYS = 20;

/** One message at a time for each partition, and what a message that isn't done holds up. */
export function retryCases(fixture: LogFixture): void {
  it('holds up its own partition and no other', async () => {
    let refuse = true;
    const stuck = (delivery: Delivery) => delivery.key === 'key-0' && refuse;
    const reading = new Reading((delivery) => (stuck(delivery) ? after(20) : DONE));
    await fixture.subscribe(reading);
    await fixture.log.publish(numbered(KEYS, 3));
    const partitionOf = new Map((await fixture.log.read(TOPIC, undefined, 1_000)).map(({ key, partition }) => [key, partition]));
    const others = [...partitionOf].filter(([, partition]) => partition !== partitionOf.get('key-0')).map(([key]) => key);
    expect(others.length).toBeGreaterThan(5);
    await reading.has(others.length * 3 + 3);
    for (const key of others) expect(reading.valuesOf(key)).toEqual(['0', '1', '2']);
    expect(new Set(reading.valuesOf('key-0'))).toEqual(new Set(['0']));
    refuse = false;
    await reading.has(reading.deliveries.length + 3);
    expect(reading.valuesOf('key-0').slice(-3)).toEqual(['0', '1', '2']);
  });

  it('does not hold up another group', async () => {
    const [refusing, reading] = [new Reading(() => after(10)), new Reading()];
    await fixture.subscribe(refusing, [TOPIC], 'test.refusing');
    await fixture.subscribe(reading, [TOPIC], 'test.willing');
    await fixture.log.publish(numbered(KEYS, 3));
    await reading.has(KEYS * 3);
    await refusing.has(2);
    expect(new Set(refusing.deliveries.map(({ value }) => value))).toEqual(new Set(['0']));
  });

  it.each([
    ['later', async () => Promise.reject(new TypeError('a bug'))],
    ['at once', () => { throw new TypeError('a bug'); }],
    ['without an error', async () => Promise.reject(undefined)],
  ] as const)('takes a handler that throws %s as one that asks for a second', async (_when, fail) => {
    let failures = 0;
    const seen: string[] = [];
    const handle = (delivery: Delivery) => {
      if (failures++ === 0) return fail();
      seen.push(delivery.value);
      return Promise.resolve(DONE);
    };
    const subscription = await fixture.log.subscribe('test.broken', [TOPIC], handle);
    await fixture.log.publish(numbered(1, 2));
    await caughtUp(subscription);
    expect(seen).toEqual(['0', '1']);
  });

  it('handles one message of a partition at a time, and several partitions at once', async () => {
    const busy = new Set<number>();
    let most = 0;
    const reading = new Reading(async ({ partition }) => {
      expect(busy.has(partition)).toBe(false);
      busy.add(partition);
      most = Math.max(most, busy.size);
      await new Promise((resolve) => setTimeout(resolve, 1));
      busy.delete(partition);
      return DONE;
    });
    await fixture.log.publish(numbered(KEYS, 5));
    await caughtUp(await fixture.subscribe(reading));
    expect(reading.deliveries).toHaveLength(KEYS * 5);
    expect(most).toBeGreaterThan(1);
  });

  it('goes on with what was published during a pause', async () => {
    let tries = 0;
    const reading = new Reading(() => (tries++ === 0 ? after(30) : DONE));
    const subscription = await fixture.subscribe(reading);
    await fixture.log.publish([recordOf('a', '0')]);
    await reading.has(1);
    await fixture.log.publish([recordOf('a', '1')]);
    await caughtUp(subscription);
    expect(reading.valuesOf('a')).toEqual(['0', '0', '1']);
  });
}
