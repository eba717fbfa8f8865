import { addDays, endOfRomeDay, startOfRomeDay } from '@salvatempo/kernel';
import fc from 'fast-check';
import { forecastOf, freeOf, hoursForecastOf, type ForecastLot } from './forecast';
import { LEAST_PEOPLE, totalsByPlan } from './forecast-groups';

const lot = (from: string, until: string, addedCents: number, usedCents: number): ForecastLot => ({ validFrom: startOfRomeDay(from), validUntil: endOfRomeDay(until), addedCents, usedCents });

describe('a forecast', () => {
  it('goes on as so far until the last day', () => {
    // 273 days of the year have passed, 92 are to come: 300 euros of 1,000 make 101.09 more.
    expect(forecastOf([lot('2026-01-01', '2026-12-31', 100_000, 30_000)], '2026-09-30')).toEqual({
      freeCents: 70_000, usedCents: 30_000, monthlyCents: 3_296, leftCents: 70_000 - 10_109, since: '2026-01-01', until: '2026-12-31', isSure: true,
    });
  });

  it('leaves nothing to whoever spends fast enough, and everything to whoever spends nothing', () => {
    expect(forecastOf([lot('2026-01-01', '2026-12-31', 100_000, 90_000)], '2026-06-30')?.leftCents).toBe(0);
    expect(forecastOf([lot('2026-01-01', '2026-12-31', 100_000, 0)], '2026-09-30')).toMatchObject({ leftCents: 100_000, monthlyCents: 0 });
  });

  it('spends what expires first on what expires first', () => {
    const lots = [lot('2026-01-01', '2027-06-30', 50_000, 0), lot('2026-01-01', '2026-10-31', 50_000, 40_000)];
    // 40,000 in 273 days: 4,542 in the 31 days of the first one, 40,000 in the 273 of the second.
    expect(forecastOf(lots, '2026-09-30')).toMatchObject({ freeCents: 60_000, leftCents: 10_000 - 4_542 + 50_000 - (40_000 - 4_542), until: '2027-06-30' });
  });

  it('takes no pace from the first days, and nothing from lots that aren’t open', () => {
    expect(forecastOf([lot('2026-09-29', '2026-12-31', 100_000, 3_000)], '2026-09-30')).toMatchObject({ monthlyCents: 3_000, isSure: false });
    expect(forecastOf([lot('2025-01-01', '2025-12-31', 1, 0), lot('2027-01-01', '2027-12-31', 1, 0), lot('2026-01-01', '2026-12-31', 0, 0)], '2026-09-30')).toBeUndefined();
  });

  const anyLot = fc
    .record({ from: fc.integer({ min: -300, max: 100 }), days: fc.integer({ min: 0, max: 700 }), added: fc.integer({ min: 0, max: 500_000 }), share: fc.integer({ min: 0, max: 100 }) })
    .map(({ from, days, added, share }) => lot(addDays('2026-09-30', from), addDays('2026-09-30', from + days), added, Math.floor((added * share) / 100)));

  it('never leaves less than nothing or more than there is, and less to whoever has spent more (property)', () => {
    fc.assert(
      fc.property(fc.array(anyLot, { minLength: 1, maxLength: 6 }), fc.integer({ min: 0, max: 100_000 }), (lots, moreCents) => {
        const forecast = forecastOf(lots, '2026-09-30');
        if (!forecast) return;
        expect([Number.isSafeInteger(forecast.leftCents), forecast.leftCents >= 0, forecast.leftCents <= forecast.freeCents]).toEqual([true, true, true]);
        const faster = lots.map((one) => ({ ...one, usedCents: one.usedCents + Math.min(freeOf(one), moreCents) }));
        expect(forecastOf(faster, '2026-09-30')!.leftCents).toBeLessThanOrEqual(forecast.leftCents);
      }),
      { numRuns: 500 },
    );
  });
});

it('of hours is in minutes, at a pace of its own', () => {
  const hours = { validFrom: startOfRomeDay('2026-01-01'), validUntil: endOfRomeDay('2026-12-31'), addedMinutes: 1_000, usedMinutes: 300 };
  // As with euros: 300 minutes in 273 days are 101 in the 92 that are left.
  expect(hoursForecastOf([hours], '2026-09-30')).toEqual({ freeMinutes: 700, usedMinutes: 300, monthlyMinutes: 32, leftMinutes: 700 - 101, since: '2026-01-01', until: '2026-12-31', isSure: true });
  expect(hoursForecastOf([], '2026-09-30')).toBeUndefined();
});

describe('what a firm is told', () => {
  const people = (planId: string, count: number, from = 0) => Array.from({ length: count }, (_, n) => ({ planId, personId: `per_${from + n}`, freeCents: 10, usedCents: 1, leftCents: 5 }));

  it('is totals of enough people', () => {
    expect(totalsByPlan(people('pln_1', LEAST_PEOPLE))).toEqual({ plans: [{ planIds: ['pln_1'], people: 5, freeCents: 50, usedCents: 5, leftCents: 25 }], isHiding: false });
    expect(totalsByPlan(people('pln_1', LEAST_PEOPLE - 1))).toEqual({ plans: [], isHiding: true });
  });

  it('adds small plans up, and leaves out what is still too small beside a large one', () => {
    const large = people('pln_1', 6);
    expect(totalsByPlan([...large, ...people('pln_2', 3), ...people('pln_3', 2, 3)]).plans.map(({ planIds, people: n }) => [planIds, n])).toEqual([[['pln_1'], 6], [['pln_2', 'pln_3'], 5]]);
    expect(totalsByPlan([...large, ...people('pln_2', 4)])).toMatchObject({ plans: [{ planIds: ['pln_1'] }], isHiding: true });
    // The same people in two plans are no more people.
    expect(totalsByPlan([...people('pln_2', 4), ...people('pln_3', 4)])).toMatchObject({ plans: [], isHiding: true });
  });
});
