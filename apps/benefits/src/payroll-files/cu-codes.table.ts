import { DatedRules } from '@salvatempo/kernel';
import codes from '../../../../docs/rules/cu-expense-codes.json';

const rules = new DatedRules<number, (typeof codes.rows)[number]>('cu-expense-codes', codes.rows, ({ code }) => code);

/** Under which code an expense type of a year is told in the certificazione unica; undefined where it isn't. */
export const cuCodeOf = (expenseType: string, year: number): string | undefined => rules.at(expenseType, year)?.cuCode;
