import type { AidHold, AidRow, AidRule } from '@salvatempo/contracts';
import { addYears, sumCents, type Cents } from '@salvatempo/kernel';

type Window = Pick<AidRule, 'window' | 'years'>;

/**
 * The last day whose aid doesn't count any more for a grant on `day` (days in Rome). Rolling: `years` before, so that aid
 * counts in (day less years, day]. Fiscal years, taken as calendar years: the last day before the first year that counts.
 */
export const lastDayBefore = ({ window, years }: Window, day: string): string =>
  window === 'rolling-years' ? addYears(day, -years) : `${String(Number(day.slice(0, 4)) - years).padStart(4, '0')}-12-31`;

/** Whether aid of a day counts for a grant on another. What is dated later counts too: a clock that is behind makes no room. */
export const countsOn = (rule: Window, grantedOn: string, day: string): boolean => grantedOn > lastDayBefore(rule, day);

interface Book {
  readonly rows: readonly AidRow[];
  readonly holds: readonly AidHold[];
}

/** What is used of a ceiling on a day: the aid whose regime counts with it and whose window it is in, and all that is held. */
export const usedCents = ({ rows, holds }: Book, rule: AidRule, day: string): Cents =>
  sumCents([
    ...rows.filter(({ regime, grantedOn }) => rule.countsWith.includes(regime) && countsOn(rule, grantedOn, day)).map(({ amountCents }) => amountCents),
    ...holds.filter(({ regime }) => rule.countsWith.includes(regime)).map(({ amountCents }) => amountCents),
  ]);
