/** The day after which nothing that is paid belongs to the year before: TUIR art. 51 c.1. */
const LAST_DAY = '01-12';

/** Whether a tax year is over on a day in Rome (`YYYY-MM-DD`). */
export const isTaxYearOver = (taxYear: number, day: string): boolean => day > `${taxYear + 1}-${LAST_DAY}`;

/**
 * The tax year of money that an employer pays: that of the day, except that what is paid up to 12 January and refers to the year before
 * belongs to it (TUIR art. 51 c.1). Of what somebody chooses on a platform the year is that of the choice, whenever it is used.
 * @param paidOn `YYYY-MM-DD` in Rome.
 */
export function yearOfPayment(paidOn: string, refersToYear: number): number {
  const year = Number(paidOn.slice(0, 'YYYY'.length));
  return refersToYear === year - 1 && !isTaxYearOver(refersToYear, paidOn) ? refersToYear : year;
}
