import table from '../../../../docs/rules/ateco-divisions.json';

interface Division {
  /** Two digits. */
  readonly division: string;
  /** Days in Rome, both included; null is open. */
  readonly validFrom: string;
  readonly validTo: string | null;
}

const rows: readonly Division[] = table.rows;

/** Whether an ATECO code begins with a division that there is on a day in Rome (`docs/rules/ateco-divisions.json`). */
export const isSector = (code: string, date: string): boolean =>
  rows.some(({ division, validFrom, validTo }) => division === code.slice(0, 2) && validFrom <= date && (validTo === null || date <= validTo));
