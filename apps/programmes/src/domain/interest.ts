import { DAY_MS, epochMsOf, type BasisPoints, type Cents } from '@salvatempo/kernel';

/** Days from the first of January 2020, so that cents times days stay far below what a number holds exactly. */
export const dayNumber = (day: string): number => (epochMsOf(`${day}T00:00:00.000Z`) - epochMsOf('2020-01-01T00:00:00.000Z')) / DAY_MS;

/**
 * Simple interest on payments of different days up to `day`, at so many basis points a year of 365 days, rounded half up to
 * the cent. `paidCentDays` is the sum of each payment's cents times its day's number.
 */
export function interestCents(paidCents: Cents, paidCentDays: number, day: string, yearlyBasisPoints: BasisPoints): Cents {
  const centDays = BigInt(paidCents) * BigInt(dayNumber(day)) - BigInt(paidCentDays);
  const year = 365n * 10_000n;
  return Number((centDays * BigInt(yearlyBasisPoints) * 2n + year) / (2n * year));
}
