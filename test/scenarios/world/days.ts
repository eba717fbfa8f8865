import { addDays, instantOf, romeDate } from '@salvatempo/kernel';

/** The calendar date in Rome, which is another than UTC's for the last hour or two of each day. */
export const today = (): string => romeDate(instantOf(Date.now()));

/** The date in Rome so many days from now; before today where negative. */
export const inDays = (days: number): string => addDays(today(), days);
