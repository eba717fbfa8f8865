import table from '../../../../docs/rules/family-relations.json';

export interface FamilyRelation {
  readonly code: string;
  readonly cohabitationRequired: boolean;
  readonly norm: string;
  readonly confidence: string;
  /** Days in Rome, both included; null is open. */
  readonly validFrom: string;
  readonly validTo: string | null;
}

const rows: readonly FamilyRelation[] = table.rows;

export const RELATIONS: readonly string[] = [...new Set(rows.map(({ code }) => code))];

/** What a relation asks for on a day in Rome, from `docs/rules/family-relations.json`; undefined where no row covers it. */
export const relationOn = (code: string, day: string): FamilyRelation | undefined =>
  rows.find((row) => row.code === code && row.validFrom <= day && (row.validTo === null || day <= row.validTo));
