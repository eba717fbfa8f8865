import { caughtUp, numbered, Reading, recordOf, OTHER_TOPIC, TOPIC, type LogFixture } from './log-place';

const KEYS = 20;

/** What a group is given, and in which order. */
export function deliveryCases(fixture: LogFixture): void {
  it('delivers each message whole, with where it stands', async () => {
    const reading = new Reading();
    await fixture.subscribe(reading);
    const value = JSON.stringify({ text: 'è "quoted" 😀\n', large: 'x'.repeat(250_000) });
    await fixture.log.publish([recordOf('clé', value)]);
    const [delivery] = await reading.has(1);
    expect(delivery).toMatchObject({ topic: TOPIC, key: 'clé', value });
    expect(Number.isInteger(delivery!.partition) && Number.isInteger(delivery!.offset)).toBe(true);
  });

  it('keeps the order of each key, whoever else publishes meanwhile', async () => {
    const reading = new Reading();
    await fixture.subscribe(reading);
    const records = numbered(KEYS, 30);
    for (let n = 0; n < records.length; n += 60)
      await Promise.all([fixture.log.publish(records.slice(n, n + 60)), fixture.log.publish([recordOf(`other-${n}`, '0')])]);
    await reading.has(records.length + 10);
    const expected = Array.from({ length: 30 }, (_, n) => String(n));
    for (let n = 0; n < KEYS; n++) expect(reading.valuesOf(`key-${n}`)).toEqual(expected);
  });

  it('keeps a key in one partition, in which offsets grow', async () => {
    const reading = new Reading();
    await fixture.subscribe(reading);
    await fixture.log.publish(numbered(KEYS, 5));
    const deliveries = await reading.has(KEYS * 5);
    const partitions = new Map(deliveries.map(({ key, partition }) => [key, partition]));
    const last = new Map<number, number>();
    for (const { key, partition, offset } of deliveries) {
      expect(partition).toBe(partitions.get(key));
      expect(offset).toBeGreaterThan(last.get(partition) ?? -1);
      last.set(partition, offset);
    }
    expect(new Set(partitions.values()).size).toBeGreaterThan(1);
  });

  it('gives each group everything, a new one from the beginning', async () => {
    const [first, second] = [new Reading(), new Reading()];
    await fixture.subscribe(first, [TOPIC], 'test.first');
    await fixture.log.publish(numbered(KEYS, 2));
    await first.has(KEYS * 2);
    await fixture.subscribe(second, [TOPIC], 'test.second');
    await fixture.log.publish(numbered(KEYS, 1));
    for (const reading of [first, second]) {
      await reading.has(KEYS * 3);
      expect(reading.valuesOf('key-7')).toEqual(['0', '1', '0']);
    }
  });

  it('gives a group its own topics only', async () => {
    const [one, both] = [new Reading(), new Reading()];
    await fixture.subscribe(one, [TOPIC], 'test.one');
    await fixture.subscribe(both, [TOPIC, OTHER_TOPIC], 'test.both');
    await fixture.log.publish([...numbered(KEYS, 1, OTHER_TOPIC), ...numbered(KEYS, 1)]);
    await both.has(KEYS * 2);
    await one.has(KEYS);
    expect(new Set(one.deliveries.map(({ topic }) => topic))).toEqual(new Set([TOPIC]));
    expect(both.valuesOf('key-3', OTHER_TOPIC)).toEqual(['0']);
  });

  it('loses nothing that is published while a group subscribes', async () => {
    const reading = new Reading();
    const publishing = numbered(KEYS, 10).map((record) => fixture.log.publish([record]));
    await fixture.subscribe(reading);
    await Promise.all(publishing);
    await reading.has(KEYS * 10);
    expect(reading.deliveries).toHaveLength(KEYS * 10);
  });

  it('says how many messages a group is behind', async () => {
    await fixture.log.publish(numbered(KEYS, 3));
    let open = (): void => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    const reading = new Reading(async () => gate.then(() => ({ kind: 'done' })));
    const subscription = await fixture.subscribe(reading);
    await reading.has(1);
    const lag = await subscription.lag();
    open();
    expect(lag).toBe(KEYS * 3);
    await caughtUp(subscription);
    expect(reading.deliveries).toHaveLength(KEYS * 3);
  });

  it('reads a topic from the beginning, page by page, each message once', async () => {
    const records = numbered(KEYS, 10);
    await fixture.log.publish(records);
    await fixture.log.publish(numbered(KEYS, 1, OTHER_TOPIC));
    const seen = [];
    for (;;) {
      const page = await fixture.log.read(TOPIC, seen.at(-1), 33);
      expect(page.length).toBeLessThanOrEqual(33);
      if (page.length === 0) break;
      seen.push(...page);
    }
    expect(seen).toHaveLength(records.length);
    expect(seen.filter(({ key }) => key === 'key-4').map(({ value }) => value)).toEqual('0123456789'.split(''));
    expect(await fixture.log.read('test.nothing', undefined, 10)).toEqual([]);
    expect([await fixture.log.length(TOPIC), await fixture.log.length('test.nothing')]).toEqual([seen.length, 0]);
  });
}
