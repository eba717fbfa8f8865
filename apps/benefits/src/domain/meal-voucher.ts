import type { DataOf, mealVouchersRecorded } from '@salvatempo/contracts';
import type { Cents } from '@salvatempo/kernel';

export type MealKind = DataOf<typeof mealVouchersRecorded>['kind'];

/** A day worked with one voucher, and what is exempt of a voucher on that day. */
export interface MealDay {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly exemptCents: Cents;
}

/** What vouchers of one value come to: of each day only what is above its exemption is taxed, and what one day leaves helps no other (TUIR art. 51 c.2 c). */
export function mealSums(days: readonly MealDay[], valueCents: Cents): { readonly exemptCents: Cents; readonly taxedCents: Cents } {
  const exemptCents = days.reduce((sum, day) => sum + Math.min(valueCents, day.exemptCents), 0);
  return { exemptCents, taxedCents: days.length * valueCents - exemptCents };
}

/** Somebody's meal vouchers of a month with a firm: no welfare credit, and nothing of the threshold of c.3. Without an id: none were recorded. */
export type MealMonth = Omit<DataOf<typeof mealVouchersRecorded>, 'isCorrection'>;

export const mealMonth = {
  service: 'benefits',
  name: 'meal-month',
  prefix: 'mea',
  schema: 1,
  initial: { mealMonthId: '', firmId: '', personId: '', month: '', kind: 'electronic', valueCents: 0, days: 0, exemptCents: 0, taxedCents: 0 } as MealMonth,
};

/** Beside the state alone: on which days. */
export const mealDatesOf = (personal: Readonly<Record<string, unknown>> | undefined): readonly string[] => (personal?.['dates'] ?? []) as readonly string[];
