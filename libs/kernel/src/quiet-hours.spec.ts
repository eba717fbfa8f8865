import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { instantOf } from './instant';
import { isNight, outOfNight } from './quiet-hours';

const hourOf = (at: string): number => Temporal.Instant.from(at).toZonedDateTimeISO('Europe/Rome').hour;

describe('the night in Rome', () => {
  it.each([
    ['2026-11-27T06:59:59.999Z', '2026-11-27T07:00:00.000Z'],
    ['2026-11-27T07:00:00.000Z', '2026-11-27T07:00:00.000Z'],
    ['2026-11-27T20:59:59.999Z', '2026-11-27T20:59:59.999Z'],
    ['2026-11-27T21:00:00.000Z', '2026-11-28T07:00:00.000Z'],
    // Summer time: an hour earlier in UTC.
    ['2026-07-01T20:00:00.000Z', '2026-07-02T06:00:00.000Z'],
    // The nights on which clocks change: 28 March 2027 and 31 October 2027.
    ['2027-03-27T21:30:00.000Z', '2027-03-28T06:00:00.000Z'],
    ['2027-03-28T00:59:00.000Z', '2027-03-28T06:00:00.000Z'],
    ['2027-10-30T20:30:00.000Z', '2027-10-31T07:00:00.000Z'],
    ['2027-10-31T01:30:00.000Z', '2027-10-31T07:00:00.000Z'],
    ['2026-12-31T23:30:00.000Z', '2027-01-01T07:00:00.000Z'],
  ])('%s is moved to %s', (at, to) => expect(outOfNight(at)).toBe(to));

  it('is over in less than eleven hours, always by day, and a second time changes nothing (property)', () => {
    const start = Date.parse('2024-01-01T00:00:00.000Z');
    // Whole years, with the nights of both changes.
    const instants = fc.oneof(
      fc.integer({ min: 0, max: 6 * 366 * 86_400_000 }).map((ms) => instantOf(start + ms)),
      fc.tuple(fc.constantFrom('2026-03-28', '2026-10-24', '2027-03-27', '2027-10-30'), fc.integer({ min: 0, max: 2 * 86_400_000 })).map(([day, ms]) => instantOf(Date.parse(`${day}T00:00:00.000Z`) + ms)),
    );
    fc.assert(
      fc.property(instants, (at) => {
        const to = outOfNight(at);
        const waitedHours = (Date.parse(to) - Date.parse(at)) / 3_600_000;
        expect([waitedHours >= 0 && waitedHours <= 11, hourOf(to) >= 8 && hourOf(to) < 22, outOfNight(to)]).toEqual([true, true, to]);
        expect(isNight(at)).toBe(hourOf(at) < 8 || hourOf(at) >= 22);
      }),
      { numRuns: 1_000 },
    );
  });
});
