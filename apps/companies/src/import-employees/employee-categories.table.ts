import { DatedRules, type DatedRow } from '@salvatempo/kernel';
import table from '../../../../docs/rules/employee-categories.json';

interface EmployeeCategory extends DatedRow {
  readonly code: string;
  /** Of each kind a person is in one group at most. */
  readonly kind: string;
  readonly name: string;
}

const rules = new DatedRules<string, EmployeeCategory>('employee-categories', table.rows, ({ code }) => code);

/**
 * The kind of an objective group on a day in Rome, from `docs/rules/employee-categories.json` (norm and confidence per row);
 * undefined for what is none: groups are never made up for somebody.
 */
export const categoryKindOf = (code: string, date: string): string | undefined => rules.at(code, date)?.kind;

/** The Italian name of an objective group on a day in Rome; undefined for what is none. */
export const categoryNameOf = (code: string, date: string): string | undefined => rules.at(code, date)?.name;
