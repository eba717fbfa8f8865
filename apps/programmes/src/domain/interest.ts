import type { InterestRule } from '@salvatempo/contracts';
import { addDays, daysBetween, type BasisPoints, type Cents } from '@salvatempo/kernel';

export interface DayPayment {
  /** A day in Rome. */
  readonly on: string;
  readonly cents: Cents;
}

/** A yearly rate, valid on each day from the first to the last one, both included; open where there is no last one. */
export interface DatedRate {
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly basisPoints: BasisPoints;
}

/** A version of the dated table. */
export interface RecoveryRates {
  readonly version: string;
  readonly rows: readonly DatedRate[];
}

/** The rates by which a rule reckons: the table's, or its own on each day. */
export const ratesOf = (rule: InterestRule | undefined, { rows }: RecoveryRates): readonly DatedRate[] => (rule?.basisPoints === undefined ? rows : everyDay(rule.basisPoints));
export const everyDay = (basisPoints: BasisPoints): readonly DatedRate[] => [{ validFrom: '0001-01-01', validTo: null, basisPoints }];

/** The payments with one more: what was paid on the same day stands together. */
export function withDayPayment(payments: readonly DayPayment[] = [], on: string, cents: Cents): readonly DayPayment[] {
  const same = payments.find((one) => one.on === on);
  return same ? payments.map((one) => (one === same ? { on, cents: one.cents + cents } : one)) : [...payments, { on, cents }];
}

/**
 * Simple interest on payments up to and with `day`: each day after a payment counts at the rate that is valid on it, a year has 365
 * days, and the sum of all is rounded once, half up, to the cent. Throws where a day has no rate.
 */
export function interestCents(payments: readonly DayPayment[], day: string, rates: readonly DatedRate[]): Cents {
  const year = 365n * 10_000n;
  const sum = payments.reduce((total, { on, cents }) => total + BigInt(cents) * rateDays(on, day, rates), 0n);
  return Number((sum * 2n + year) / (2n * year));
}

/** The basis points of each day after `on`, up to and with `day`, summed. */
function rateDays(on: string, day: string, rates: readonly DatedRate[]): bigint {
  let [counted, sum] = [0, 0];
  for (const { validFrom, validTo, basisPoints } of rates) {
    const before = validFrom > on ? addDays(validFrom, -1) : on;
    const last = validTo !== null && validTo < day ? validTo : day;
    const days = Math.max(0, daysBetween(before, last));
    counted += days;
    sum += days * basisPoints;
  }
  if (counted !== Math.max(0, daysBetween(on, day))) throw new Error(`not each day from ${on} to ${day} has one rate`);
  return BigInt(sum);
}

