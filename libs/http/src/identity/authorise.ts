import type { MongoAbility } from '@casl/ability';
import { ProblemError } from '../problems/problem.error';

/**
 * Asks a service's policy whether a thing with these facts may be acted on. Throws ProblemError `not-allowed`.
 * @param facts what the policy's conditions look at, e.g. `{ firmId, personId }`.
 */
export function authorise(ability: MongoAbility, action: string, type: string, facts: object): void {
  // What `can` does, but told the type: to find it out for itself it needs a copy that says it, and some facts are whole documents.
  const rule = ability.rulesFor(action, type).find((one) => one.matchesConditions(facts));
  if (!rule || rule.inverted) throw new ProblemError('not-allowed');
}
