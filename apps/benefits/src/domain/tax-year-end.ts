/** The day after which nothing that is paid belongs to the year before: TUIR art. 51 c.1. */
const LAST_DAY = '01-12';

/** Whether a tax year is over on a day in Rome (`YYYY-MM-DD`). */
export const isTaxYearOver = (taxYear: number, day: string): boolean => day > `${taxYear + 1}-${LAST_DAY}`;
