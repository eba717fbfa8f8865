import type { PlanPractice } from '@salvatempo/contracts';
import type { ClaimTerms } from './claim-facts';

const least = (one: number | undefined, other: number | undefined): number | undefined => (one === undefined || (other !== undefined && other < one) ? other : one);

/** The strictest of several plans' practice; undefined where none says anything. */
export function strictest(practices: readonly PlanPractice[]): PlanPractice | undefined {
  const all = practices.reduce<PlanPractice>((sum, { payerMustBeEmployee, currentYearOnly, noCash, dependentOnly, twoPersonsFromCents }) => {
    const from = least(sum.twoPersonsFromCents, twoPersonsFromCents);
    return {
      ...sum,
      ...(payerMustBeEmployee && { payerMustBeEmployee }),
      ...(currentYearOnly && { currentYearOnly }),
      ...(noCash && { noCash }),
      ...(dependentOnly && { dependentOnly }),
      ...(from !== undefined && { twoPersonsFromCents: from }),
    };
  }, {});
  return Object.keys(all).length === 0 ? undefined : all;
}

/** The table's terms as a plan tightens them (rules R05, R06, R07, R13, and who decides); a plan makes nothing laxer. */
export const tightened = (terms: ClaimTerms, practice: PlanPractice = {}): ClaimTerms => ({
  ...terms,
  payerMustBeEmployee: terms.payerMustBeEmployee || practice.payerMustBeEmployee === true,
  previousYearAdmitted: terms.previousYearAdmitted && practice.currentYearOnly !== true,
  cashAdmitted: terms.cashAdmitted && practice.noCash !== true,
  strictDependency: terms.strictDependency || practice.dependentOnly === true,
  twoPersonsFromCents: Math.min(terms.twoPersonsFromCents, practice.twoPersonsFromCents ?? Infinity),
});
