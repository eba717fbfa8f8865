import fc from 'fast-check';
import { addMs, epochMsOf, HOUR_MS, MINUTE_MS } from './instant';
import { addDays, romeDate, startOfRomeDay } from './rome';
import { minuteOfDay, romeInstant, romeSpans, weekdayOf } from './rome-clock';

/** What a clock on a wall in Rome shows, by another way than the code: minutes since midnight. */
const shown = new Intl.DateTimeFormat('it-IT', { timeZone: 'Europe/Rome', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const wallMinute = (instant: string): number => minuteOfDay(shown.format(new Date(instant)));

const SPRING = '2027-03-28';
const AUTUMN = '2026-10-25';
/** Days around both changes of clock, and any other of ten years. */
const dates = fc.oneof(fc.constantFrom(SPRING, AUTUMN, '2028-03-26', '2030-10-27'), fc.integer({ min: 0, max: 3_650 }).map((days) => addDays('2026-01-01', days)));
const minutes = fc.integer({ min: 0, max: 1_440 });

describe('what clocks in Rome show', () => {
  it('is within the hours exactly during their spans, at every quarter of an hour of any day', () => {
    fc.assert(
      fc.property(dates, minutes, minutes, (date, one, other) => {
        const [from, to] = [Math.min(one, other), Math.max(one, other)];
        const spans = romeSpans(date, from, to);
        for (let at = startOfRomeDay(date); romeDate(at) === date; at = addMs(at, 15 * MINUTE_MS)) {
          const within = wallMinute(at) >= from && wallMinute(at) < to;
          expect([at, spans.some((span) => span.from <= at && at < span.until)]).toEqual([at, within]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('lasts 23 hours on the day when summer time begins and 25 on the one when it ends', () => {
    const hours = (date: string): number => romeSpans(date, 0, 1_440).reduce((sum, { from, until }) => sum + epochMsOf(until) - epochMsOf(from), 0) / HOUR_MS;
    expect([SPRING, AUTUMN, '2026-11-26'].map(hours)).toEqual([23, 25, 24]);
  });

  it('leaves an hour out in spring, and shows one twice in autumn', () => {
    expect(romeSpans(SPRING, 120, 180)).toEqual([]);
    expect(romeSpans(SPRING, 90, 210)).toEqual([{ from: '2027-03-28T00:30:00.000Z', until: '2027-03-28T01:00:00.000Z' }, { from: '2027-03-28T01:00:00.000Z', until: '2027-03-28T01:30:00.000Z' }]);
    expect(romeSpans(AUTUMN, 135, 165)).toEqual([{ from: '2026-10-25T00:15:00.000Z', until: '2026-10-25T00:45:00.000Z' }, { from: '2026-10-25T01:15:00.000Z', until: '2026-10-25T01:45:00.000Z' }]);
  });
});

describe('the instant of a time of day', () => {
  it.each([
    ['2026-11-26', '08:00', '2026-11-26T07:00:00.000Z'],
    ['2026-07-01', '08:00', '2026-07-01T06:00:00.000Z'],
    [SPRING, '02:30', '2027-03-28T01:00:00.000Z'],
    [SPRING, '03:00', '2027-03-28T01:00:00.000Z'],
    [SPRING, '24:00', '2027-03-28T22:00:00.000Z'],
    [AUTUMN, '02:30', '2026-10-25T00:30:00.000Z'],
    [AUTUMN, '03:00', '2026-10-25T02:00:00.000Z'],
    [AUTUMN, '24:00', '2026-10-25T23:00:00.000Z'],
  ])('on %s at %s is %s', (date, time, instant) => {
    expect(romeInstant(date, minuteOfDay(time))).toBe(instant);
  });

  it('never goes back as the time of day goes on, so that what doesn’t overlap on paper doesn’t overlap in time', () => {
    fc.assert(fc.property(dates, minutes, minutes, (date, one, other) => romeInstant(date, Math.min(one, other)) <= romeInstant(date, Math.max(one, other))));
  });
});

it('knows the days of the week', () => {
  expect(['2026-11-23', '2026-11-28', '2026-11-29'].map(weekdayOf)).toEqual([1, 6, 7]);
});
