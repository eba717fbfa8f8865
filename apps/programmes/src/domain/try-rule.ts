import type { CallTerms, DecisionFacts } from '@salvatempo/contracts';
import type { Cents } from '@salvatempo/kernel';
import { whyNotEligible } from './eligibility';
import { compared, Course, type RuleTrial } from './rule-course';

/** What happened at a fund, in its order: an application was decided, or a grant gave back what it hadn't spent. */
export type PastStep =
  | { readonly kind: 'decided'; readonly firmId: string; readonly grantedCents: Cents; readonly code?: string; readonly facts: DecisionFacts }
  | { readonly kind: 'returned'; readonly firmId: string; readonly amountCents: Cents };

/**
 * Decides what really came to a fund once more, in its order and by its recorded facts, under other terms; changes nothing. A
 * firm that has its grant earlier than in reality doesn't apply again; one that gave back spent what it really spent.
 */
export function tryRule(steps: readonly PastStep[], terms: CallTerms): RuleTrial {
  const [actual, tried] = [new Course(), new Course()];
  for (const step of steps) {
    if (step.kind === 'returned') {
      const spentCents = actual.grantedTo(step.firmId) - step.amountCents;
      for (const course of [actual, tried]) course.giveBack(step.firmId, spentCents);
      continue;
    }
    const { firmId, grantedCents, code, facts } = step;
    if (code === undefined) actual.grant(firmId, grantedCents, facts.municipality);
    else actual.refuse(code);
    if (tried.has(firmId)) continue;
    const decision = grantable(facts, terms);
    if (typeof decision === 'string') tried.refuse(decision);
    else if (decision > terms.budgetCents - tried.netCents) tried.refuse('budget-exhausted');
    else tried.grant(firmId, decision, facts.municipality);
  }
  return compared(actual, tried);
}

/** What the terms would grant on recorded facts where the fund has it; or the code of the refusal. */
export function grantable(facts: DecisionFacts, terms: CallTerms): Cents | string {
  return whyNotEligible(facts, terms) ?? (withinCeiling(facts, terms) || 'de-minimis-exceeded');
}

function withinCeiling({ aid }: DecisionFacts, { firmCapCents, onAidExcess }: CallTerms): Cents {
  if (!aid) return firmCapCents;
  const leftCents = Math.max(0, aid.rule.ceilingCents - aid.usedCents);
  if (firmCapCents <= leftCents) return firmCapCents;
  return onAidExcess === 'reduce' ? leftCents : 0;
}
