import { DONE, openKafkaLog, provideKafkaTopics } from '@salvatempo/messaging';
import { eventually, memoryAmbient, realTimers } from '@salvatempo/testing';
import { Cable } from './cable';
import { eventLogContract } from './event-log.contract';
import { newKafkaPlace } from './kafka-place';
import { after, caughtUp, numbered, TOPIC, type LogPlace } from './log-place';

const brokers = process.env.KAFKA_BROKERS;
/** Three looks have to be longer than a busy machine takes between two messages, or it would be called a standstill. */
const WATCH_EVERY_MS = 1_000;

if (brokers) {
  eventLogContract('a Kafka broker', () => newKafkaPlace(brokers.split(',')));
  describe('a consumer on a Kafka broker', () => standstillCases(brokers.split(',')));
  describe('a consumer whose Kafka broker is away', () => absenceCases(brokers.split(',')));
  describe('topics', () => topicCases(brokers.split(',')));
} else describe.skip('the event log on a Kafka broker: KAFKA_BROKERS names none', () => it('was not run', () => undefined));

/** A consumer that has something to do and does nothing is noticed, and none that waits for a reason. */
function standstillCases(at: readonly string[]): void {
  let place: LogPlace;
  let noticed = 0;
  beforeEach(async () => {
    noticed = 0;
    place = await newKafkaPlace(at, { watchEveryMs: WATCH_EVERY_MS });
  });
  afterEach(() => place.discard());
  const onStandstill = (): void => void (noticed += 1);

  it('is noticed when a handler never ends', async () => {
    const log = await place.open();
    await log.publish(numbered(1, 2));
    let end = (): void => undefined;
    const stuck = new Promise<typeof DONE>((resolve) => (end = () => resolve(DONE)));
    await log.subscribe('test.stuck', [TOPIC], () => stuck, { onStandstill });
    await eventually(() => noticed > 0, 'the standstill to be noticed', { withinMs: 15_000 }).finally(end);
  });

  it('is left alone while it retries, and when there is nothing to do', async () => {
    const log = await place.open();
    let refusals = 0;
    const subscription = await log.subscribe('test.trying', [TOPIC], async () => (refusals++ < 10 ? after(200) : DONE), { onStandstill });
    await log.publish(numbered(1, 1));
    await eventually(() => refusals > 10, 'it to have tried often', { withinMs: 20_000 });
    await caughtUp(subscription);
    let looks = 0;
    const count = (): void => void realTimers.after(WATCH_EVERY_MS, () => (looks++, count()));
    count();
    await eventually(() => looks > 4, 'some looks to have passed', { withinMs: 15_000 });
    expect(noticed).toBe(0);
  });
}

/** Far longer than anything here waits: who is waited for is noticed. */
const LONG_SESSION_MS = 60_000;

/** A broker that is gone until the consumer has given up. */
function absenceCases(at: readonly string[]): void {
  it('is given its partitions at once when it comes back, though it could not leave its group', async () => {
    const cable = new Cable();
    let troubles = 0;
    const options = { brokers: at, prefix: `absence-${process.pid}-${Date.now()}.`, timers: realTimers, randomness: memoryAmbient().randomness, sessionTimeoutMs: LONG_SESSION_MS };
    await provideKafkaTopics(options, [{ name: TOPIC, partitions: 4 }]);
    const log = await openKafkaLog({ ...options, socketFactory: cable.socketFactory, onTrouble: () => (troubles += 1) });
    const seen: string[] = [];
    await log.subscribe('test.returning', [TOPIC], async ({ value }) => (seen.push(value), DONE));
    await log.publish(numbered(1, 2));
    await eventually(() => seen.length === 2, 'the first two', { withinMs: 10_000 });
    cable.cut(new Error('the broker is gone'));
    await eventually(() => troubles > 1, 'the consumer to have given up, and to have tried anew in vain', { withinMs: 30_000 });
    cable.mend();
    await eventually(() => log.publish(numbered(1, 2)).then(() => true, () => false), 'the log to be reached again', { withinMs: 20_000 });
    await eventually(() => seen.length >= 4, 'the next two', { withinMs: 20_000 });
    await log.close();
  });
}

/** `npm run topics`: what is missing is made, what is there is left. */
function topicCases(at: readonly string[]): void {
  it('are made once, however often it is asked', async () => {
    const options = { brokers: at, prefix: `topics-${process.pid}-${Date.now()}.`, timers: realTimers, randomness: memoryAmbient().randomness };
    const specs = [{ name: 'a.events', partitions: 3 }, { name: 'b.events', partitions: 8 }];
    expect(await provideKafkaTopics(options, specs.slice(0, 1))).toEqual([`${options.prefix}a.events`]);
    expect(await provideKafkaTopics(options, specs)).toEqual([`${options.prefix}b.events`]);
    expect(await provideKafkaTopics(options, specs)).toEqual([]);
  });
}
