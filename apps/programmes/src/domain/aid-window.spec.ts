import type { AidRow, AidRule } from '@salvatempo/contracts';
import { addDays, derivedId } from '@salvatempo/kernel';
import fc from 'fast-check';
import { aidRuleFile } from '../rule-files/rule-files.table';
import * as rules from './aid-rules';
import { countsOn, lastDayBefore, usedCents } from './aid-window';

const aidRuleAt = (regime: AidRow['regime'], day: string) => rules.aidRuleAt(aidRuleFile, regime, day);
const isInForce = (regime: AidRow['regime'], from: string, to: string) => rules.isInForce(aidRuleFile, regime, from, to);
const rolling = aidRuleAt('de-minimis-2831', '2026-11-26')!;
const fiscal = aidRuleAt('de-minimis-1407', '2020-01-01')!;
const row = (grantedOn: string, amountCents: number, regime: AidRow['regime'] = 'de-minimis-2831'): AidRow => ({ rowId: derivedId('aid', grantedOn, String(amountCents)), firmId: derivedId('com', 'spec'), regime, amountCents, grantedOn, source: 'declared' });

describe('the rules of de minimis by their table', () => {
  it('have the ceilings of the regulations, each while it is in force', () => {
    expect(rolling).toMatchObject({ ceilingCents: 30_000_000, window: 'rolling-years', years: 3 });
    expect(fiscal).toMatchObject({ ceilingCents: 20_000_000, window: 'fiscal-years', years: 3 });
    expect(aidRuleAt('de-minimis-2832', '2026-11-26')).toMatchObject({ ceilingCents: 75_000_000 });
    expect([aidRuleAt('de-minimis-1407', '2024-06-30') !== undefined, aidRuleAt('de-minimis-1407', '2024-07-01'), aidRuleAt('de-minimis-2831', '2023-12-31'), aidRuleAt('de-minimis-2831', '2031-01-01')]).toEqual([true, undefined, undefined, undefined]);
    expect([isInForce('de-minimis-2831', '2026-01-01', '2030-12-31'), isInForce('de-minimis-2831', '2026-01-01', '2031-01-01'), isInForce('de-minimis-1407', '2026-01-01', '2026-02-01')]).toEqual([true, false, false]);
  });
});

describe('any three years', () => {
  it.each([
    ['2026-11-26', '2023-11-26'],
    ['2027-02-28', '2024-02-28'],
    ['2027-03-01', '2024-03-01'],
    // No 29 February three years before: the day before it is the last that doesn't count.
    ['2028-02-29', '2025-02-28'],
    ['2028-03-01', '2025-03-01'],
  ])('end on %s after %s: (day less three years, day]', (day, last) => {
    expect(lastDayBefore(rolling, day)).toBe(last);
    expect([countsOn(rolling, last, day), countsOn(rolling, addDays(last, 1), day), countsOn(rolling, day, day)]).toEqual([false, true, true]);
  });

  it('by hand, year, month and day apart, from 2024 to 2031', () => {
    const days = fc.integer({ min: 0, max: 2_900 }).map((n) => addDays('2024-01-01', n));
    fc.assert(
      fc.property(days, days, (grantedOn, day) => {
        const [gy, gm, gd] = grantedOn.split('-').map(Number) as [number, number, number];
        const [y, m, d] = day.split('-').map(Number) as [number, number, number];
        // The third anniversary of the grant is after the day.
        const years = gy + 3 - y;
        const byHand = years > 0 || (years === 0 && (gm > m || (gm === m && gd > d)));
        expect(countsOn(rolling, grantedOn, day)).toBe(byHand);
      }),
      { numRuns: 2_000 },
    );
  });

  it('never lose aid by a day and find it again by a later one', () => {
    const days = fc.integer({ min: 0, max: 2_900 }).map((n) => addDays('2024-01-01', n));
    fc.assert(fc.property(days, days, fc.integer({ min: 1, max: 800 }), (grantedOn, day, later) => countsOn(rolling, grantedOn, day) || !countsOn(rolling, grantedOn, addDays(day, later))));
  });
});

describe('three fiscal years', () => {
  it('are this one and the two before', () => {
    expect(lastDayBefore(fiscal, '2024-06-30')).toBe('2021-12-31');
    expect([countsOn(fiscal, '2021-12-31', '2024-01-01'), countsOn(fiscal, '2022-01-01', '2024-12-31')]).toEqual([false, true]);
  });
});

describe('what is used of a ceiling', () => {
  const other = (regime: AidRow['regime']) => ({ allotmentId: derivedId('alt', regime), callId: derivedId('cal', 'x'), firmId: derivedId('com', 'spec'), regime, amountCents: 7 });

  it('counts rows of the regimes that count together within the window, and all that is held', () => {
    const rows = [row('2023-11-26', 1), row('2023-11-27', 20), row('2024-05-01', 300, 'de-minimis-1407'), row('2025-01-01', 4_000, 'de-minimis-2832')];
    const book = { rows, holds: [other('de-minimis-2831'), other('de-minimis-2832')] };
    expect(usedCents(book, rolling, '2026-11-26')).toBe(327);
    expect(usedCents(book, aidRuleAt('de-minimis-2832', '2026-11-26')!, '2026-11-26')).toBe(4_007);
  });

  it('is what a loop over all rows says, for any rows and day', () => {
    const days = fc.integer({ min: 0, max: 2_500 }).map((n) => addDays('2024-01-01', n));
    const rows = fc.array(fc.record({ on: days, amountCents: fc.integer({ min: 1, max: 1_000_000 }), regime: fc.constantFrom<AidRow['regime']>('de-minimis-1407', 'de-minimis-2831', 'de-minimis-2832') }), { maxLength: 30 });
    fc.assert(
      fc.property(rows, days, fc.constantFrom<AidRule>(rolling, fiscal), (made, day, rule) => {
        let sum = 0;
        for (const { on, amountCents, regime } of made) {
          if (regime === 'de-minimis-2832') continue;
          const first = rule === rolling ? `${Number(day.slice(0, 4)) - 3}${day.slice(4)}` : `${Number(day.slice(0, 4)) - 3}-12-31`;
          if (on > first) sum += amountCents;
        }
        expect(usedCents({ rows: made.map(({ on, amountCents, regime }) => row(on, amountCents, regime)), holds: [] }, rule, day)).toBe(sum);
      }),
    );
  });
});
