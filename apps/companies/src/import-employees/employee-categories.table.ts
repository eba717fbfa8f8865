import table from '../../../../docs/rules/employee-categories.json';

interface EmployeeCategory {
  readonly code: string;
  /** Of each kind a person is in one group at most. */
  readonly kind: string;
  /** Days in Rome, both included; null is open. */
  readonly validFrom: string;
  readonly validTo: string | null;
}

const rows: readonly EmployeeCategory[] = table.rows;

/**
 * The kind of an objective group on a day in Rome, from `docs/rules/employee-categories.json` (norm and confidence per row);
 * undefined for what is none: groups are never made up for somebody.
 */
export const categoryKindOf = (code: string, date: string): string | undefined =>
  rows.find((row) => row.code === code && row.validFrom <= date && (row.validTo === null || date <= row.validTo))?.kind;
