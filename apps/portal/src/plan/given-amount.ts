import { minutesOf } from '../format/hours';
import { centsOf } from '../format/money';

/** What is given, as somebody types it. */
export interface GivenAmount {
  readonly unit: 'EUR' | 'HOUR';
  readonly amount: string;
  readonly hours: string;
  readonly hourValue: string;
}

export const NOTHING_GIVEN: GivenAmount = { unit: 'EUR', amount: '', hours: '', hourValue: '' };

/** 1,000 hours, and what an hour may be worth, as the API has it. */
const MAX_MINUTES = 60_000;
const [LEAST_HOUR_CENTS, MOST_HOUR_CENTS] = [60, 100_000];

export const areHours = (typed: string): boolean => (minutesOf(typed) ?? MAX_MINUTES + 1) <= MAX_MINUTES;

export function isHourValue(typed: string): boolean {
  const cents = centsOf(typed) ?? 0;
  return cents >= LEAST_HOUR_CENTS && cents <= MOST_HOUR_CENTS;
}

/** The money that stands behind hours, as it is reckoned: rounded up to the cent. Undefined before both are typed. */
export function worthOfTyped(hours: string, hourValue: string): { readonly minutes: number; readonly cents: number } | undefined {
  const [minutes, hourCents] = [minutesOf(hours), centsOf(hourValue)];
  return minutes === undefined || hourCents === undefined ? undefined : { minutes, cents: Math.ceil((minutes * hourCents) / 60) };
}

/** What the API takes of it. */
export const amountOf = ({ unit, amount, hours, hourValue }: GivenAmount) => (unit === 'EUR' ? { amountCents: centsOf(amount)! } : { minutes: minutesOf(hours)!, hourCents: centsOf(hourValue)! });
