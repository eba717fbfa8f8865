import { eventually } from '@salvatempo/testing';
import { OTHER_TOPIC, Reading, recordOf, TOPIC, type LogFixture } from './log-place';

/**
 * For logs inside the process: a broker gives no order across topics, so they must not either, or a consumer that counts on
 * it by accident would fail only in production.
 */
export function topicOrderCases(fixture: LogFixture): void {
  it.each([
    [TOPIC, OTHER_TOPIC],
    [OTHER_TOPIC, TOPIC],
  ])('keeps no order across topics: what goes to %s first comes first or second', async (first, second) => {
    const reading = new Reading();
    await fixture.subscribe(reading, [TOPIC, OTHER_TOPIC]);
    for (let n = 0; n < 100; n++) await fixture.log.publish([recordOf('a', String(n), first), recordOf('a', String(n), second)]);
    await eventually(() => reading.deliveries.length === 200, '200 deliveries');
    const place = (topic: string, n: number) => reading.deliveries.findIndex((one) => one.topic === topic && one.value === String(n));
    const early = Array.from({ length: 100 }, (_, n) => place(first, n) < place(second, n));
    expect(early.filter(Boolean).length).toBeGreaterThan(10);
    expect(early.filter(Boolean).length).toBeLessThan(90);
  });
}
