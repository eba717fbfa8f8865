import type { CallTerms, DecisionFacts } from '@salvatempo/contracts';
import type { Cents } from '@salvatempo/kernel';
import { whyNotEligible } from './eligibility';

/** What happened at a fund, in its order: an application was decided, or a grant gave back what it hadn't spent. */
export type PastStep =
  | { readonly kind: 'decided'; readonly firmId: string; readonly grantedCents: Cents; readonly code?: string; readonly facts: DecisionFacts }
  | { readonly kind: 'returned'; readonly firmId: string; readonly amountCents: Cents };

export interface Place {
  readonly municipality: string;
  readonly firms: number;
  readonly cents: Cents;
}

/** Whom a rule gave what. */
export interface RuleOutcome {
  readonly firms: number;
  readonly cents: Cents;
  /** Attempts that were refused, by code. */
  readonly refusals: Readonly<Record<string, number>>;
  readonly byMunicipality: readonly Place[];
}

export interface RuleTrial {
  readonly actual: RuleOutcome;
  readonly tried: RuleOutcome;
  /** Firms with a grant under the other rule alone. */
  readonly gained: readonly string[];
  /** Firms with a grant in reality alone. */
  readonly lost: readonly string[];
}

/** Where a firm's Comune isn't known. */
const NO_PLACE = '';

/** A fund as it goes: what each firm was granted and what of that came back, and what was refused. */
class Course {
  private readonly grants = new Map<string, { readonly municipality: string; grantedCents: Cents; netCents: Cents }>();
  private readonly refusals: Record<string, number> = {};
  netCents = 0;

  has(firmId: string): boolean {
    return this.grants.has(firmId);
  }

  grant(firmId: string, cents: Cents, municipality = NO_PLACE): void {
    this.grants.set(firmId, { municipality, grantedCents: cents, netCents: cents });
    this.netCents += cents;
  }

  refuse(code: string): void {
    this.refusals[code] = (this.refusals[code] ?? 0) + 1;
  }

  /** Gives back all but what the firm spent; what it spent beyond its grant can't be. */
  giveBack(firmId: string, spentCents: Cents): void {
    const grant = this.grants.get(firmId);
    if (!grant) return;
    const netCents = Math.min(grant.grantedCents, spentCents);
    this.netCents += netCents - grant.netCents;
    grant.netCents = netCents;
  }

  grantedTo(firmId: string): Cents {
    return this.grants.get(firmId)?.grantedCents ?? 0;
  }

  get firmIds(): readonly string[] {
    return [...this.grants.keys()];
  }

  outcome(): RuleOutcome {
    const places = new Map<string, Place>();
    for (const { municipality, netCents } of this.grants.values()) {
      const { firms, cents } = places.get(municipality) ?? { firms: 0, cents: 0 };
      places.set(municipality, { municipality, firms: firms + 1, cents: cents + netCents });
    }
    const byMunicipality = [...places.values()].sort((a, b) => (a.municipality < b.municipality ? -1 : 1));
    return { firms: this.grants.size, cents: this.netCents, refusals: this.refusals, byMunicipality };
  }
}

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
    const decision = decideAgain(facts, terms, terms.budgetCents - tried.netCents);
    if (typeof decision === 'string') tried.refuse(decision);
    else tried.grant(firmId, decision, facts.municipality);
  }
  return { actual: actual.outcome(), tried: tried.outcome(), gained: without(tried, actual), lost: without(actual, tried) };
}

/** What the terms would grant on recorded facts; or the code of the refusal. */
function decideAgain(facts: DecisionFacts, terms: CallTerms, freeCents: Cents): Cents | string {
  const code = whyNotEligible(facts, terms);
  if (code !== undefined) return code;
  const cents = withinCeiling(facts, terms);
  if (cents === 0) return 'de-minimis-exceeded';
  return cents > freeCents ? 'budget-exhausted' : cents;
}

function withinCeiling({ aid }: DecisionFacts, { firmCapCents, onAidExcess }: CallTerms): Cents {
  if (!aid) return firmCapCents;
  const leftCents = Math.max(0, aid.rule.ceilingCents - aid.usedCents);
  if (firmCapCents <= leftCents) return firmCapCents;
  return onAidExcess === 'reduce' ? leftCents : 0;
}

const without = (course: Course, other: Course): readonly string[] => course.firmIds.filter((firmId) => !other.has(firmId)).sort();
