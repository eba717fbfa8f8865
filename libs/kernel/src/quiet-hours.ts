import { addDays, romeDate } from './rome';
import { romeInstant } from './rome-clock';
import type { Instant } from './instant';

/** Nobody is written to before this minute of the day in Rome, nor from `NIGHT_MINUTE` on: 8:00 and 22:00. Our assumption, no norm. */
export const MORNING_MINUTE = 8 * 60;
export const NIGHT_MINUTE = 22 * 60;

/** The instant itself by day; by night the next morning in Rome, whatever clocks do in between. */
export function outOfNight(at: Instant): Instant {
  const date = romeDate(at);
  const morning = romeInstant(date, MORNING_MINUTE);
  if (at < morning) return morning;
  return at < romeInstant(date, NIGHT_MINUTE) ? at : romeInstant(addDays(date, 1), MORNING_MINUTE);
}

/** Whether it is night in Rome: from 22:00 (included) to 8:00. */
export const isNight = (at: Instant): boolean => outOfNight(at) !== at;
