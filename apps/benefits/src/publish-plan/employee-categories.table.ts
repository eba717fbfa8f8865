import { DatedRules } from '@salvatempo/kernel';
import table from '../../../../docs/rules/employee-categories.json';

const rules = new DatedRules<string, (typeof table.rows)[number]>('employee-categories', table.rows, ({ code }) => code);

/** The Italian name of an objective group on a day in Rome; undefined for what is none: no plan is made up for somebody. */
export const groupNameOf = (code: string, day: string): string | undefined => rules.at(code, day)?.name;
