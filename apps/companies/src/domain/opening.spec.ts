import { addDays, addMs, DAY_MS, MINUTE_MS, type Instant } from '@salvatempo/kernel';
import fc from 'fast-check';
import { closing, isOpen, nextOpening, type SiteTimes } from './opening';

const workdays = (...hours: string[]) => [hours, hours, hours, hours, hours, [], []];
const shop: SiteTimes = { firstDay: '2026-01-01', timetables: [{ from: '2026-01-01', hours: workdays('08:30-12:30', '14:00-18:00') }], closingDays: ['2026-12-07', '2026-12-08'] };
const whole = Array<string[]>(7).fill(['00:00-24:00']);
const always: SiteTimes = { firstDay: '2026-01-01', timetables: [{ from: '2026-01-01', hours: whole }], closingDays: [] };
/** Every night, in two pieces: up to midnight and from it. */
const night: SiteTimes = { ...always, timetables: [{ from: '2026-01-01', hours: Array<string[]>(7).fill(['00:00-02:30', '22:00-24:00']) }] };

describe('a place', () => {
  it.each<[Instant, boolean, Instant | undefined, Instant | undefined]>([
    ['2026-11-26T07:29:59.999Z', false, undefined, '2026-11-26T07:30:00.000Z'],
    ['2026-11-26T07:30:00.000Z', true, '2026-11-26T11:30:00.000Z', '2026-11-26T13:00:00.000Z'],
    ['2026-11-26T11:30:00.000Z', false, undefined, '2026-11-26T13:00:00.000Z'],
    // Friday evening; Monday and Tuesday are closing days, and the week after is opened on Wednesday.
    ['2026-12-04T17:00:00.000Z', false, undefined, '2026-12-09T07:30:00.000Z'],
    ['2026-12-07T09:00:00.000Z', false, undefined, '2026-12-09T07:30:00.000Z'],
    // Summer time: an hour earlier in UTC.
    ['2026-07-01T06:30:00.000Z', true, '2026-07-01T10:30:00.000Z', '2026-07-01T12:00:00.000Z'],
  ])('at %s is open: %s, until %s, opens next at %s', (at, open, until, next) => {
    expect([isOpen(shop, at), closing(shop, at), nextOpening(shop, at)]).toEqual([open, until, next]);
  });

  it('is open on its first and its last day, and on none before or after', () => {
    const for2days = { ...always, firstDay: '2026-06-01', lastDay: '2026-06-02' };
    expect(nextOpening(for2days, '2026-01-01T10:00:00.000Z')).toBe('2026-05-31T22:00:00.000Z');
    expect(closing(for2days, '2026-06-01T10:00:00.000Z')).toBe('2026-06-02T22:00:00.000Z');
    expect(isOpen(for2days, '2026-06-02T22:00:00.000Z')).toBe(false);
    expect(nextOpening(for2days, '2026-06-02T22:00:00.000Z')).toBeUndefined();
  });

  it('goes by the hours of the day, old and new', () => {
    const timetables = [...shop.timetables, { from: '2026-12-14', hours: workdays('10:00-16:00') }];
    expect(nextOpening({ ...shop, timetables }, '2026-12-10T20:00:00.000Z')).toBe('2026-12-11T07:30:00.000Z');
    expect(nextOpening({ ...shop, timetables }, '2026-12-13T20:00:00.000Z')).toBe('2026-12-14T09:00:00.000Z');
  });

  it('that never closes has no next opening, nor has one without hours', () => {
    expect([isOpen(always, '2026-03-29T01:00:00.000Z'), closing(always, '2026-11-26T10:00:00.000Z'), nextOpening(always, '2026-11-26T10:00:00.000Z')]).toEqual([true, undefined, undefined]);
    const tomorrow = { ...always, closingDays: ['2026-11-26'] };
    expect(['2026-11-26T10:00:00.000Z', '2026-11-25T10:00:00.000Z'].map((at) => nextOpening(tomorrow, at))).toEqual(['2026-11-26T23:00:00.000Z', '2026-11-26T23:00:00.000Z']);
    expect(nextOpening({ ...always, timetables: [{ from: '2026-01-01', hours: workdays() }] }, '2026-11-26T10:00:00.000Z')).toBeUndefined();
  });

  it('is open through midnight where its hours touch there', () => {
    expect(closing(night, '2026-11-26T22:30:00.000Z')).toBe('2026-11-27T01:30:00.000Z');
    expect(nextOpening(night, '2026-11-26T22:30:00.000Z')).toBe('2026-11-27T21:00:00.000Z');
  });
});

describe('when clocks are changed', () => {
  it('a place goes by the clock on its wall: closed at the change where spring leaves its closing time out', () => {
    expect(closing(night, '2027-03-27T22:00:00.000Z')).toBe('2027-03-28T01:00:00.000Z');
    expect(isOpen(night, '2027-03-28T01:00:00.000Z')).toBe(false);
  });

  it('it is open twice where autumn shows its hours twice', () => {
    expect(closing(night, '2026-10-24T21:00:00.000Z')).toBe('2026-10-25T00:30:00.000Z');
    expect(nextOpening(night, '2026-10-24T21:00:00.000Z')).toBe('2026-10-25T01:00:00.000Z');
    expect(closing(night, '2026-10-25T01:00:00.000Z')).toBe('2026-10-25T01:30:00.000Z');
  });
});

const hhmm = (quarter: number): string => `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`;
/** A day's intervals at quarters of an hour, in order, sometimes touching. */
const intervals = fc.uniqueArray(fc.integer({ min: 0, max: 96 }), { maxLength: 8 }).map((quarters) => {
  const sorted = [...quarters].sort((a, b) => a - b);
  return sorted.flatMap((from, i) => (i % 2 === 0 && i + 1 < sorted.length ? [`${hhmm(from)}-${hhmm(sorted[i + 1]!)}`] : []));
});
const weeks = fc.array(intervals, { minLength: 7, maxLength: 7 });
const around = fc.constantFrom('2027-03-27', '2026-10-24', '2026-12-05');
const wall = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Rome', dateStyle: 'short', timeStyle: 'short' });

describe('whatever the hours, around both changes of clock', () => {
  const places = fc.record({ hours: weeks, begin: around, closed: fc.integer({ min: 0, max: 3 }) }).map(({ hours, begin, closed }) => ({
    begin,
    site: { firstDay: '2026-01-01', timetables: [{ from: '2026-01-01', hours }], closingDays: [addDays(begin, closed)] } satisfies SiteTimes,
  }));

  it('a place is open exactly while its wall clock is within them, and the next opening is the first that comes', () => {
    fc.assert(
      fc.property(places, ({ site, begin }) => {
        const start = `${begin}T00:00:00.000Z`;
        const quarters = Array.from({ length: (3 * DAY_MS) / (15 * MINUTE_MS) }, (_, n) => addMs(start, n * 15 * MINUTE_MS));
        const open = quarters.map((at) => isOpen(site, at));
        const byHand = quarters.map((at) => {
          const [day, time] = wall.format(new Date(at)).split(' ') as [string, string];
          const weekday = (new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7;
          return !site.closingDays.includes(day) && site.timetables[0]!.hours[weekday]!.some((interval) => interval.slice(0, 5) <= time && time < interval.slice(6));
        });
        expect(open).toEqual(byHand);
        for (let n = 0; n < quarters.length; n += 7) {
          const next = quarters.findIndex((_, later) => later > n && open[later]! && !open[later - 1]!);
          const end = open[n]! ? quarters.findIndex((_, later) => later > n && !open[later]!) : -1;
          if (next !== -1) expect([quarters[n], nextOpening(site, quarters[n]!)]).toEqual([quarters[n], quarters[next]]);
          if (end !== -1) expect([quarters[n], closing(site, quarters[n]!)]).toEqual([quarters[n], quarters[end]]);
        }
      }),
      { numRuns: 40 },
    );
  });
});
