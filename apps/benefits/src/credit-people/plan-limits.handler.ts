import type { LotTerms } from '@salvatempo/contracts';
import { ProblemError } from '@salvatempo/http';
import { groupOf, lotPlanOf, versionOn, whyNoCredit, whyNoVersion, type PlanVersion } from '../domain/plan-terms';
import type { FirmPersonRow } from '../firm-people/firm-people.projection';
import type { OpenedPlan } from '../open-plan/plan.aggregate';

/** The version that governs credit from a day on; undefined in a plan without versions. Throws ProblemError where the plan gives none then. */
export function versionFor({ status, versions = [] }: OpenedPlan, day: string): PlanVersion | undefined {
  if (status === 'draft') throw new ProblemError('plan-not-published');
  if (versions.length === 0) return undefined;
  const found = versionOn(versions, day);
  if (found) return found;
  const { code, params } = whyNoVersion(versions, day);
  throw new ProblemError(code as 'plan-closed', { ...(params && { params }) });
}

/** Whether the plan is for somebody; without versions it is for all. */
export const isAddressed = (version: PlanVersion | undefined, { categories }: FirmPersonRow): boolean => version === undefined || groupOf(version.terms, categories) !== undefined;

/** A lot as a version lets it be given to these people. Throws ProblemError with what the version has against it. */
export function lotUnder(version: PlanVersion | undefined, planId: string, lot: LotTerms, people: readonly FirmPersonRow[]): LotTerms {
  if (!version) return lot;
  const refusal = whyNoCredit(version, lot, people);
  if (refusal) throw new ProblemError(refusal.code as 'plan-amount', { ...(refusal.params && { params: refusal.params }) });
  return { ...lot, plan: lotPlanOf(planId, version) };
}
