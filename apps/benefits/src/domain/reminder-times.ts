import { addDays, MORNING_MINUTE, outOfNight, romeDate, romeInstant, type Instant } from '@salvatempo/kernel';

/** How many days before a lot's last day somebody is told of it. */
export const REMINDER_DAYS = [90, 60, 30, 7] as const;

/** Over so many minutes of the morning the mails of a day are spread: credit of many people ends on one day. */
const SPREAD_MINUTES = 120;

/** The minute after eight at which a person is written to, always the same: from the id, which is a digest. */
export const spreadOf = (id: string): number => [...id].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) % SPREAD_MINUTES, 0);

/** When somebody is told of a lot: so many days before its last day in Rome, in the morning there. */
export const reminderAt = (validUntil: Instant, days: number, spreadMinutes: number): Instant => romeInstant(addDays(romeDate(validUntil), -days), MORNING_MINUTE + spreadMinutes);

/** The next time that is still to come after `at`; undefined where none is. */
export const nextReminderDays = (validUntil: Instant, spreadMinutes: number, at: Instant): number | undefined => REMINDER_DAYS.find((days) => reminderAt(validUntil, days, spreadMinutes) > at);

/** The earliest time of a mail that isn't on the day of the last one, nor before it may be, nor by night. */
export function timeOfMail(wanted: Instant, lastOn: string | undefined, notBefore: Instant | undefined): Instant {
  const nextDay = lastOn === undefined ? wanted : romeInstant(addDays(lastOn, 1), MORNING_MINUTE);
  return outOfNight([wanted, nextDay, notBefore ?? wanted].sort().at(-1)!);
}
