import { addYears } from '@salvatempo/kernel';

/** Whether somebody has completed so many years on a day, `YYYY-MM-DD` both; always where no age is asked for. */
export const isOldEnough = (birthDate: string, years: number | undefined, day: string): boolean => years === undefined || addYears(birthDate, years) <= day;

/** Whether somebody is of so many years at most on a day: up to the day before the next birthday. */
export const isYoungEnough = (birthDate: string, years: number | undefined, day: string): boolean => years === undefined || day < addYears(birthDate, years + 1);
