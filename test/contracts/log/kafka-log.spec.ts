import { DONE, provideKafkaTopics } from '@salvatempo/messaging';
import { eventually, memoryAmbient, realTimers } from '@salvatempo/testing';
import { eventLogContract } from './event-log.contract';
import { newKafkaPlace } from './kafka-place';
import { after, caughtUp, numbered, TOPIC, type LogPlace } from './log-place';

const brokers = process.env.KAFKA_BROKERS;
/** Three looks have to be longer than a busy machine takes between two messages, or it would be called a standstill. */
const WATCH_EVERY_MS = 1_000;

if (brokers) {
  eventLogContract('a Kafka broker', () => newKafkaPlace(brokers.split(',')));
  describe('a consumer on a Kafka broker', () => standstillCases(brokers.split(',')));
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
