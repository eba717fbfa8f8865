import { mealVouchersRecorded, type DataOf } from '@salvatempo/contracts';
import { accept, derivedId, NOTHING, slice, type Cents, type JsonObject } from '@salvatempo/kernel';
import { mealDatesOf, mealSums, type MealDay, type MealKind, type MealMonth } from '../domain/meal-voucher';

export const mealMonthIdOf = (firmId: string, personId: string, month: string): string => derivedId('mea', firmId, personId, month);

export interface RecordMeals {
  readonly firmId: string;
  readonly personId: string;
  readonly month: string;
  readonly kind: MealKind;
  /** Of each voucher. */
  readonly valueCents: Cents;
  /** One voucher a day: each day once, in their order. None takes all of the month back. */
  readonly days: readonly MealDay[];
}

/** Says on which days of a month somebody has one voucher each. The last word holds, and the same again changes nothing; payroll is told the difference. */
export const recordMealsSlice = slice<MealMonth, RecordMeals>({
  command: 'record-meals',
  decide({ firmId, personId, month, kind, valueCents, days }, state, { id, personal }) {
    const dates = days.map(({ date }) => date);
    const isThere = state.mealMonthId !== '';
    const isSame = isThere && mealDatesOf(personal).join() === dates.join() && (dates.length === 0 || (state.kind === kind && state.valueCents === valueCents));
    if (isSame || (!isThere && dates.length === 0)) return NOTHING;
    const event = mealVouchersRecorded.of({ mealMonthId: id, firmId, personId, month, kind, valueCents, days: days.length, ...mealSums(days, valueCents), isCorrection: isThere });
    return { ...accept(event), personal: { dates } as JsonObject };
  },
  evolve: {
    [mealVouchersRecorded.type]: (_: MealMonth, { isCorrection: __, ...recorded }: DataOf<typeof mealVouchersRecorded>): MealMonth => recorded,
  },
});
