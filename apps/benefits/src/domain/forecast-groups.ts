import { sumCents, type Cents } from '@salvatempo/kernel';

/** Of fewer people nothing is told, as of a survey (ADR 0240): an employer would see what one of them doesn't spend. */
export const LEAST_PEOPLE = 5;

/** What one person's forecast adds to that of a plan: in euro cents, or in minutes where it is of hours. One list is of one unit. */
export interface PlanShare {
  readonly planId: string;
  readonly personId: string;
  readonly freeCents: Cents;
  readonly usedCents: Cents;
  readonly leftCents: Cents;
}

export interface PlanTotals {
  /** Several plans that are too small to be read alone. */
  readonly planIds: readonly string[];
  readonly people: number;
  readonly freeCents: Cents;
  readonly usedCents: Cents;
  readonly leftCents: Cents;
}

function totalsOf(planIds: readonly string[], shares: readonly PlanShare[]): PlanTotals {
  const sum = (field: 'freeCents' | 'usedCents' | 'leftCents'): Cents => sumCents(shares.map((share) => share[field]));
  return { planIds, people: new Set(shares.map(({ personId }) => personId)).size, freeCents: sum('freeCents'), usedCents: sum('usedCents'), leftCents: sum('leftCents') };
}

/** Totals by plan. Plans of fewer people than it takes are added up together, and left out where they are still too few. */
export function totalsByPlan(shares: readonly PlanShare[]): { readonly plans: readonly PlanTotals[]; readonly isHiding: boolean } {
  const byPlan = new Map<string, PlanShare[]>();
  for (const share of shares) byPlan.set(share.planId, [...(byPlan.get(share.planId) ?? []), share]);
  const totals = [...byPlan].map(([planId, of]) => totalsOf([planId], of));
  const large = totals.filter(({ people }) => people >= LEAST_PEOPLE);
  const small = totals.filter(({ people }) => people < LEAST_PEOPLE).flatMap(({ planIds }) => planIds);
  const pooled = totalsOf(small, small.flatMap((planId) => byPlan.get(planId)!));
  return pooled.people >= LEAST_PEOPLE ? { plans: [...large, pooled], isHiding: false } : { plans: large, isHiding: small.length > 0 };
}
