import { mealVouchersRecorded } from '@salvatempo/contracts';
import { given } from '@salvatempo/testing';
import { mealMonth, mealSums, type MealKind } from '../domain/meal-voucher';
import { MealRules } from './meal-rules.table';
import { mealMonthIdOf, recordMealsSlice } from './record-meals.decider';

const months = { ...mealMonth, slices: [recordMealsSlice] };
const rules = new MealRules();
const id = mealMonthIdOf('fir_firm', 'per_person', '2026-11');
const about = { firmId: 'fir_firm', personId: 'per_person', month: '2026-11', kind: 'electronic' as const, valueCents: 1_200 };
const day = (n: number) => ({ date: `2026-11-${String(n).padStart(2, '0')}`, exemptCents: rules.of('electronic', '2026-11-02')!.exemptCents });
const record = (days: readonly object[], more: object = {}) => ({ type: 'record-meals', data: { ...about, days, ...more } });
const recorded = (days: number, exemptCents: number, taxedCents: number, isCorrection: boolean, more: object = {}) => mealVouchersRecorded.of({ mealMonthId: id, ...about, days, exemptCents, taxedCents, isCorrection, ...more });

describe('meal vouchers', () => {
  it.each<[MealKind, string, number]>([
    ['electronic', '2019-12-31', 700], ['electronic', '2020-01-01', 800], ['electronic', '2025-12-31', 800], ['electronic', '2026-01-01', 1_000],
    ['paper', '2019-12-31', 529], ['paper', '2020-01-01', 400], ['paper', '2026-06-01', 400],
  ])('%s are exempt on %s up to %i cents', (kind, date, cents) => expect(rules.of(kind, date)?.exemptCents).toBe(cents));

  it('are taxed above the exemption of each day alone, which no cheaper day makes up for', () => {
    expect(mealSums([day(2)], 1_200)).toEqual({ exemptCents: 1_000, taxedCents: 200 });
    expect(mealSums([day(2), day(3)], 1_000)).toEqual({ exemptCents: 2_000, taxedCents: 0 });
    expect(mealSums([{ date: '2025-12-31', exemptCents: 800 }, { date: '2026-01-01', exemptCents: 1_000 }], 900)).toEqual({ exemptCents: 1_700, taxedCents: 100 });
    expect(mealSums([], 1_200)).toEqual({ exemptCents: 0, taxedCents: 0 });
  });

  it('are recorded once for each day, and the last word of a month holds', () => {
    const first = given(months).when(record([day(2), day(3)]), { id });
    first.then({ events: [recorded(2, 2_000, 400, false)], personal: { dates: ['2026-11-02', '2026-11-03'] } });
    const personal = { dates: ['2026-11-02', '2026-11-03'] };
    const events = [recorded(2, 2_000, 400, false)];
    given(months, events).when(record([day(2), day(3)]), { id, personal }).then([]);
    given(months, events).when(record([day(2), day(4)]), { id, personal }).then([recorded(2, 2_000, 400, true)]);
    given(months, events).when(record([day(2)], { valueCents: 900 }), { id, personal }).then([recorded(1, 900, 0, true, { valueCents: 900 })]);
    given(months, events).when(record([]), { id, personal }).then([recorded(0, 0, 0, true)]);
    given(months).when(record([]), { id }).then([]);
  });
});
