import { addMs, DAY_MS, epochMsOf, HOUR_MS, SECOND_MS } from './instant';
import { endOfRomeDay, romeDate, romeYear, startOfRomeDay } from './rome';

/** The last Sunday of a month: the rule of the directive, by hand (months from 1). */
function lastSunday(year: number, month: number): string {
  const last = new Date(Date.UTC(year, month, 0));
  last.setUTCDate(last.getUTCDate() - last.getUTCDay());
  // eslint-disable-next-line no-restricted-syntax -- a date made in UTC; the code under test isn't asked what it is
  return last.toISOString().slice(0, 10);
}

const years = Array.from({ length: 10 }, (_, i) => 2026 + i);
/** Summer time begins and ends at 01:00 UTC. */
const offsetHours = (utc: string): number => {
  const year = Number(utc.slice(0, 4));
  return utc >= `${lastSunday(year, 3)}T01:00:00.000Z` && utc < `${lastSunday(year, 10)}T01:00:00.000Z` ? 2 : 1;
};
const dateByHand = (utc: string): string => addMs(utc, offsetHours(utc) * HOUR_MS).slice(0, 10);

describe('dates in Rome', () => {
  it('are those of the rule at every hour from 2026 to 2035', () => {
    const wrong: string[] = [];
    for (let at = '2025-12-31T00:00:00.000Z'; at < '2036-01-02T00:00:00.000Z'; at = addMs(at, HOUR_MS)) if (romeDate(at) !== dateByHand(at)) wrong.push(at);
    expect(wrong).toEqual([]);
  });

  it('follow one another without a gap or an overlap, every day has 23, 24 or 25 hours, and only the transitions differ from 24', () => {
    const lengths = new Map<number, string[]>();
    for (let day = '2026-01-01'; day <= '2035-12-31'; ) {
      const start = startOfRomeDay(day);
      const end = endOfRomeDay(day);
      const next = addMs(`${day}T12:00:00.000Z`, DAY_MS).slice(0, 10);
      expect(addMs(end, 1)).toBe(startOfRomeDay(next));
      expect([romeDate(start), romeDate(end)]).toEqual([day, day]);
      const hours = (epochMsOf(end) + 1 - epochMsOf(start)) / HOUR_MS;
      lengths.set(hours, [...(lengths.get(hours) ?? []), day]);
      day = next;
    }
    expect([...lengths.keys()].sort()).toEqual([23, 24, 25]);
    expect(lengths.get(23)).toEqual(years.map((year) => lastSunday(year, 3)));
    expect(lengths.get(25)).toEqual(years.map((year) => lastSunday(year, 10)));
  });

  it('change at midnight there, not here: a choice at half past midnight in Rome belongs to the new year', () => {
    for (const year of years) {
      expect(romeYear(`${year - 1}-12-31T22:59:59.999Z`)).toBe(year - 1);
      expect(romeYear(`${year - 1}-12-31T23:00:00.000Z`)).toBe(year);
    }
  });

  it('know the leap days, and no date that is none', () => {
    expect(startOfRomeDay('2028-02-29')).toBe('2028-02-28T23:00:00.000Z');
    expect(endOfRomeDay('2028-02-29')).toBe('2028-02-29T22:59:59.999Z');
    for (const none of ['2026-02-29', '2026-13-01', '2026-04-31', 'domani', '']) {
      expect(() => startOfRomeDay(none)).toThrow(RangeError);
      expect(() => endOfRomeDay(none)).toThrow(RangeError);
    }
  });
});

describe('instants', () => {
  it('compare as texts the way they compare as times', () => {
    for (const ms of [1, SECOND_MS, DAY_MS, 366 * DAY_MS]) expect(addMs('2026-12-31T23:59:59.999Z', ms) > '2026-12-31T23:59:59.999Z').toBe(true);
    expect(addMs('2026-03-29T00:59:59.999Z', 1)).toBe('2026-03-29T01:00:00.000Z');
    expect(() => epochMsOf('ieri')).toThrow(RangeError);
  });
});
