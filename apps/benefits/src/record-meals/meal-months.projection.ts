import { mealVouchersRecorded, type DataOf } from '@salvatempo/contracts';
import type { Projection } from '@salvatempo/messaging';
import type { MealMonth } from '../domain/meal-voucher';

const on: Projection<MealMonth>['on'] = {
  [mealVouchersRecorded.type]: (_, event) => {
    const { isCorrection: __, ...recorded } = event.data as DataOf<typeof mealVouchersRecorded>;
    return recorded;
  },
};
const order = ({ month, mealMonthId }: MealMonth): string => `${month}:${mealMonthId}`;

/** The meal vouchers that a firm gave, by month. Payroll reads it too: what the firm was shown is what a closing tells. */
export const firmMeals: Projection<MealMonth> = {
  model: { name: 'benefits.firm-meals', indexes: [] },
  prefix: 'mea',
  on,
  place: (row) => ({ tenant: row.firmId, order: order(row), indexed: {} }),
};

/** A person's own meal vouchers, by month. */
export const ownMeals: Projection<MealMonth> = {
  model: { name: 'benefits.own-meals', indexes: [] },
  prefix: 'mea',
  on,
  place: (row) => ({ tenant: row.personId, order: order(row), indexed: {} }),
};
