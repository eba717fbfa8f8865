import { DONE, LogUnavailableError } from '@salvatempo/messaging';
import { eventually } from '@salvatempo/testing';
import { after, caughtUp, GROUP, numbered, Reading, recordOf, TOPIC, type LogFixture } from './log-place';

const KEYS = 20;
const never = new Promise<never>(() => undefined);

/** How far a group has come, and what of it outlives the process. */
export function progressCases(fixture: LogFixture): void {
  it('goes on where it stood, after an orderly close', async () => {
    const [before, later] = [new Reading(), new Reading()];
    await fixture.subscribe(before);
    await fixture.log.publish(numbered(KEYS, 5));
    await before.has(KEYS * 5);
    const log = await fixture.reopen();
    await log.publish(numbered(KEYS, 1));
    await caughtUp(await fixture.subscribe(later));
    expect(later.deliveries).toHaveLength(KEYS);
  });

  it('delivers again what was not done when the process died, and stores nothing ahead of it', async () => {
    const effects: string[] = [];
    // Of each key the first message's effect is durable, but the process dies before it says so.
    const dying = new Reading((delivery) => (effects.push(delivery.key), never));
    await fixture.log.publish(numbered(KEYS, 2));
    await fixture.subscribe(dying);
    const partitions = new Set((await fixture.log.read(TOPIC, undefined, 1_000)).map(({ partition }) => partition));
    await dying.has(partitions.size);
    expect(dying.deliveries).toHaveLength(partitions.size);
    await fixture.crash();
    const reading = new Reading();
    await caughtUp(await fixture.subscribe(reading));
    for (let n = 0; n < KEYS; n++) expect(reading.valuesOf(`key-${n}`)).toEqual(['0', '1']);
    expect(effects.every((key) => reading.valuesOf(key)[0] === '0')).toBe(true);
  });

  it('stores the newest progress of each partition', async () => {
    const reading = new Reading();
    const subscription = await fixture.subscribe(reading);
    for (let n = 0; n < 20; n++) await fixture.log.publish(numbered(KEYS, 1));
    await caughtUp(subscription);
    await fixture.crash();
    const again = new Reading();
    await caughtUp(await fixture.subscribe(again));
    expect(again.deliveries).toEqual([]);
  });

  it('goes past what a group ignores, and loses nothing of what it takes', async () => {
    const ignores = (value: string): boolean => value !== '2';
    const taken = (reading: Reading): readonly string[] => reading.deliveries.filter(({ value }) => !ignores(value)).map(({ key }) => key);
    const reading = new Reading();
    await fixture.log.publish(numbered(KEYS, 4));
    const subscription = await fixture.log.subscribe(GROUP, [TOPIC], reading.handle, { ignores });
    for (let n = 0; n < 18; n++) await fixture.log.publish(numbered(KEYS, 1 + (n % 3)));
    await caughtUp(subscription);
    expect([...taken(reading)].sort()).toEqual(Array.from({ length: KEYS * 7 }, (_, n) => `key-${n % KEYS}`).sort());
    await fixture.crash();
    const again = new Reading();
    await caughtUp(await fixture.subscribe(again));
    expect(again.deliveries).toEqual([]);
  });

  it('waits for what is in flight when it closes, and takes nothing more', async () => {
    let finish = (): void => undefined;
    const slow = new Reading(() => new Promise((resolve) => (finish = () => resolve(DONE))));
    const subscription = await fixture.subscribe(slow);
    await fixture.log.publish(numbered(1, 3));
    await slow.has(1);
    let closed = false;
    const closing = Promise.all([subscription.close(), subscription.close()]).then(() => (closed = true));
    await fixture.log.publish([recordOf('late', '1')]);
    expect(closed).toBe(false);
    finish();
    await closing;
    expect(slow.deliveries).toHaveLength(1);
    const reading = new Reading();
    await caughtUp(await fixture.subscribe(reading));
    expect(reading.valuesOf('key-0')).toEqual(['1', '2']);
    expect(reading.valuesOf('late')).toEqual(['1']);
  });

  it('does not wait for a pause when it closes, and the message comes again', async () => {
    const refusing = new Reading(() => after(600_000));
    await fixture.subscribe(refusing);
    await fixture.log.publish([recordOf('a', '1')]);
    await refusing.has(1);
    await fixture.reopen();
    const reading = new Reading();
    await fixture.subscribe(reading);
    await reading.has(1);
  });

  it('keeps what was published, and refuses everything once it is closed', async () => {
    await fixture.log.publish(numbered(KEYS, 2));
    const closed = fixture.log;
    await fixture.reopen();
    expect(await fixture.log.read(TOPIC, undefined, 1_000)).toHaveLength(KEYS * 2);
    await expect(closed.publish([recordOf('a', '1')])).rejects.toThrow(LogUnavailableError);
    await expect(closed.subscribe('test.late', [TOPIC], async () => DONE)).rejects.toThrow(LogUnavailableError);
    await expect(closed.read(TOPIC, undefined, 1)).rejects.toThrow(LogUnavailableError);
    await closed.close();
  });

  it('counts nothing as done that is retried when its process dies', async () => {
    const refusing = new Reading(() => after(5));
    await fixture.subscribe(refusing);
    await fixture.log.publish([recordOf('a', '1')]);
    await refusing.has(3);
    await fixture.crash();
    const reading = new Reading();
    await fixture.subscribe(reading);
    await eventually(() => reading.valuesOf('a').length === 1, 'the message to come again');
  });
}
