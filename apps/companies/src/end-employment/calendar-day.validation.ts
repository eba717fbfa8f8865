import { ProblemError } from '@salvatempo/http';
import { startOfRomeDay } from '@salvatempo/kernel';

/** A day as `YYYY-MM-DD`. Throws ProblemError `invalid-request` for one of the right shape that isn't in the calendar, such as 30 February. */
export function calendarDay(field: string, date: string): string {
  try {
    startOfRomeDay(date);
    return date;
  } catch {
    throw new ProblemError('invalid-request', { errors: [{ field, code: 'date', message: 'Questo giorno non esiste nel calendario.' }] });
  }
}
