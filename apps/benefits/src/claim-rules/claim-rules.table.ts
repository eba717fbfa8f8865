import { addDays, DatedRules, endOfRomeDay, romeDate, RuleTableError, type DatedRow, type Instant } from '@salvatempo/kernel';
import facts from '../../../../docs/rules/claim-facts.json';
import refusals from '../../../../docs/rules/claim-refusals.json';
import terms from '../../../../docs/rules/claim-terms.json';
import types from '../../../../docs/rules/expense-types.json';
import relations from '../../../../docs/rules/family-relations.json';
import type { ClaimTerms, ExpenseType } from '../domain/claim-facts';

export interface ClaimFact extends DatedRow {
  readonly code: string;
  readonly it: string;
  readonly en: string;
}

/** Why a claim is refused: what to do about it, in Italian and English. A `warning` stops nothing. */
export interface ClaimRefusal extends ClaimFact {
  readonly rule: string;
  readonly kind: string;
}

const byCode = ({ code }: { readonly code: string }): string => code;
const typeRules = new DatedRules<string, ExpenseType>('expense-types', types.rows, byCode);
const factRules = new DatedRules<string, ClaimFact>('claim-facts', facts.rows, byCode);
const refusalRules = new DatedRules<string, ClaimRefusal>('claim-refusals', refusals.rows, byCode);
const termRules = new DatedRules<string, ClaimTerms & { readonly code: string }>('claim-terms', terms.rows, byCode);
const relationRules = new DatedRules<string, (typeof relations.rows)[number]>('family-relations', relations.rows, byCode);

/** Throws RuleTableError for a row that asks for a fact nobody defined, or promises cash where the type has none to ask for. */
export function checkedTypes(rows: readonly ExpenseType[]): readonly ExpenseType[] {
  for (const { code, facts: asked, reimbursable, beneficiaries } of rows) {
    const unknown = asked.find((fact) => !facts.rows.some((row) => row.code === fact));
    if (unknown !== undefined) throw new RuleTableError('expense-types', `${code} asks for ${unknown}, which claim-facts doesn't have`);
    if (reimbursable !== asked.length > 0) throw new RuleTableError('expense-types', `${code} asks for facts exactly where it can be reimbursed`);
    if (beneficiaries.length === 0) throw new RuleTableError('expense-types', `${code} is for nobody`);
  }
  return rows;
}

const checked = checkedTypes(types.rows);
export const EXPENSE_TYPES: readonly string[] = [...new Set(checked.map(byCode))];

/** The row of a type for an expense paid on a day in Rome; undefined where none covers it. */
export const expenseTypeOn = (code: string, day: string): ExpenseType | undefined => typeRules.at(code, day);
export const expenseTypesOn = (day: string): readonly ExpenseType[] => EXPENSE_TYPES.flatMap((code) => typeRules.at(code, day) ?? []);
export const factOn = (code: string, day: string): ClaimFact | undefined => factRules.at(code, day);
export const refusalOn = (code: string, day: string): ClaimRefusal | undefined => refusalRules.at(code, day);
export const REFUSAL_CODES: readonly string[] = [...new Set(refusals.rows.map(byCode))];
/** Codes that a validator may decide with: a warning is none. */
export const DECIDING_CODES: readonly string[] = [...new Set(refusals.rows.filter(({ kind }) => kind === 'refusal').map(byCode))];

/** Times and limits on a day in Rome. Throws RuleTableError where no row covers it. */
export function claimTermsOn(day: string): ClaimTerms {
  const found = termRules.at('claims', day);
  if (!found) throw new RuleTableError('claim-terms', `no row covers ${day}`);
  return found;
}

/** How long credit lives on that comes back and expired meanwhile. Throws RuleTableError where no row covers the day. */
export const graceFrom = (at: Instant): Instant => endOfRomeDay(addDays(romeDate(at), claimTermsOn(romeDate(at)).graceDays));

export const RELATIONS: readonly string[] = [...new Set(relations.rows.map(byCode))];
/** What a relation asks for on a day in Rome; undefined where it doesn't count then. */
export const relationOn = (code: string, day: string): { readonly cohabitationRequired: boolean } | undefined => relationRules.at(code, day);
