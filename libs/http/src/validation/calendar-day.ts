import { startOfRomeDay } from '@salvatempo/kernel';
import { ProblemError, type FieldError } from '../problems/problem.error';

/** The shape of a day, `YYYY-MM-DD`; whether the calendar has it is for `calendarDay` to say. */
export const DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
/** The shape of a month, `YYYY-MM`. */
export const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** What is wrong with a day of the right shape that isn't in the calendar, such as 30 February; undefined where nothing is. */
export function whyNoDay(field: string, date: string): FieldError | undefined {
  try {
    startOfRomeDay(date);
    return undefined;
  } catch {
    return { field, code: 'date', message: 'Questo giorno non esiste nel calendario.' };
  }
}

/** A day as `YYYY-MM-DD`. Throws ProblemError `invalid-request` for one that isn't in the calendar. */
export function calendarDay(field: string, date: string): string {
  const error = whyNoDay(field, date);
  if (error) throw new ProblemError('invalid-request', { errors: [error] });
  return date;
}
