import type { CallTerms, DecisionFacts } from '@salvatempo/contracts';
import type { Cents, Instant } from '@salvatempo/kernel';
import { pointsOf } from './points';
import { rank, share } from './ranking';
import { compared, Course, type RuleTrial } from './rule-course';
import { grantable } from './try-rule';

/** What happened at a ranked call, in its order: checks, then its ranking, then money that came back and went on. */
export type PastRankedStep =
  | { readonly kind: 'checked'; readonly allotmentId: string; readonly firmId: string; readonly code?: string; readonly facts: DecisionFacts }
  | { readonly kind: 'ranked'; readonly seed: string; readonly granted: readonly { readonly firmId: string; readonly amountCents: Cents }[] }
  | { readonly kind: 'advanced'; readonly firmId: string; readonly amountCents: Cents }
  | { readonly kind: 'returned'; readonly firmId: string; readonly amountCents: Cents; readonly at: Instant };

interface Candidate {
  readonly allotmentId: string;
  readonly firmId: string;
  readonly amountCents: Cents;
  readonly facts: DecisionFacts;
}

/** A ranked fund as it would go under other terms. */
class TriedRanking {
  readonly course = new Course();
  private readonly candidates = new Map<string, Candidate>();
  private waiting: Candidate[] = [];

  constructor(private readonly terms: CallTerms) {}

  /** Who was admitted earlier than in reality doesn't apply again. */
  check({ allotmentId, firmId, facts }: Omit<Candidate, 'amountCents'>): void {
    if (this.candidates.has(allotmentId)) return;
    const decision = grantable(facts, this.terms);
    if (typeof decision === 'string') this.course.refuse(decision);
    else this.candidates.set(allotmentId, { allotmentId, firmId, amountCents: decision, facts });
  }

  rank(seed: string): void {
    const criteria = this.terms.ranking!.criteria;
    const scored = [...this.candidates.values()].map(({ allotmentId, facts }) => ({ applicationId: allotmentId, gained: pointsOf(facts, criteria).gained }));
    const lines = share(rank(scored, criteria, seed).map(({ applicationId, points }) => ({ ...this.candidates.get(applicationId)!, points })), this.terms.budgetCents);
    for (const { allotmentId, granted } of lines) {
      const candidate = this.candidates.get(allotmentId)!;
      if (granted) this.grant(candidate);
      else this.waiting.push(candidate);
    }
  }

  /** What comes back goes to those that wait, in their order, as long as the call lasts and it suffices for the next. */
  giveBack(firmId: string, spentCents: Cents, at: Instant): void {
    this.course.giveBack(firmId, spentCents);
    while (at < this.terms.closesAt && this.waiting.length > 0 && this.waiting[0]!.amountCents <= this.terms.budgetCents - this.course.netCents) this.grant(this.waiting.shift()!);
  }

  end(): Course {
    this.waiting.forEach(() => this.course.refuse('ranked-not-funded'));
    return this.course;
  }

  private grant({ firmId, amountCents, facts }: Candidate): void {
    this.course.grant(firmId, amountCents, facts.municipality);
  }
}

/**
 * Makes a ranking once more under other terms, with the seed and the recorded facts of the one that was made, and lets what came back
 * go to the next as it really would; changes nothing. Whoever applied too late or was never ranked has no step here.
 * @param steps of a call whose ranking was made
 */
export function tryRanking(steps: readonly PastRankedStep[], terms: CallTerms): RuleTrial {
  const actual = new Course();
  const tried = new TriedRanking(terms);
  const places = new Map<string, string | undefined>();
  for (const step of steps) {
    switch (step.kind) {
      case 'checked':
        if (step.code === undefined) places.set(step.firmId, step.facts.municipality);
        else actual.refuse(step.code);
        tried.check(step);
        break;
      case 'ranked':
        for (const { firmId, amountCents } of step.granted) actual.grant(firmId, amountCents, places.get(firmId));
        tried.rank(step.seed);
        break;
      case 'advanced':
        actual.grant(step.firmId, step.amountCents, places.get(step.firmId));
        break;
      case 'returned': {
        const spentCents = actual.grantedTo(step.firmId) - step.amountCents;
        actual.giveBack(step.firmId, spentCents);
        tried.giveBack(step.firmId, spentCents, step.at);
      }
    }
  }
  for (const firmId of places.keys()) if (!actual.has(firmId)) actual.refuse('ranked-not-funded');
  return compared(actual, tried.end());
}
