import { DatedRules, type DatedRow } from '@salvatempo/kernel';
import table from '../../../../docs/rules/family-relations.json';

export interface FamilyRelation extends DatedRow {
  readonly code: string;
  readonly cohabitationRequired: boolean;
}

const rules = new DatedRules<string, FamilyRelation>('family-relations', table.rows, ({ code }) => code);

export const RELATIONS: readonly string[] = [...new Set(table.rows.map(({ code }) => code))];

/** What a relation asks for on a day in Rome, from `docs/rules/family-relations.json`; undefined where no row covers it. */
export const relationOn = (code: string, day: string): FamilyRelation | undefined => rules.at(code, day);
