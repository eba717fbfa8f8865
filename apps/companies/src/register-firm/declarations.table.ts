import table from '../../../../docs/rules/declarations.json';

/** The text of a declaration in place of an affidavit (DPR 445/2000), as somebody accepted it or will. */
export interface Declaration {
  readonly code: string;
  readonly version: string;
  readonly text: string;
  readonly norm: string;
  /** For how long what was declared may be relied on. */
  readonly validMonths: number;
  /** Days in Rome, both included; null is open. */
  readonly validFrom: string;
  readonly validTo: string | null;
}

const rows: readonly Declaration[] = table.rows;

/** The text in force on a day in Rome, from `docs/rules/declarations.json`; undefined for a code that has none then. */
export const declarationOn = (code: string, date: string): Declaration | undefined =>
  rows.find((row) => row.code === code && row.validFrom <= date && (row.validTo === null || date <= row.validTo));
