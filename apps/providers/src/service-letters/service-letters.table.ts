import table from '../../../../docs/rules/service-letters.json';

interface ServiceLetter {
  readonly serviceCode: string;
  readonly taxLetter: string;
  /** Days in Rome, both included; null is open. */
  readonly validFrom: string;
  readonly validTo: string | null;
}

const rows: readonly ServiceLetter[] = table.rows;

/**
 * The letter of TUIR art. 51 that a service has by default on a day in Rome, from `docs/rules/service-letters.json` (norm and
 * confidence per row); undefined for a service that no row of that day knows.
 */
export const taxLetterOf = (serviceCode: string, date: string): string | undefined =>
  rows.find((row) => row.serviceCode === serviceCode && row.validFrom <= date && (row.validTo === null || date <= row.validTo))?.taxLetter;
