import type { ForcedSubject, MongoAbility } from '@casl/ability';
import { ProblemError } from '../problems/problem.error';

/**
 * Asks a service's policy whether a thing with these facts may be acted on. Throws ProblemError `not-allowed`.
 * @param facts what the policy's conditions look at, e.g. `{ firmId, personId }`.
 */
export function authorise(ability: MongoAbility, action: string, type: string, facts: object): void {
  // What `subject` would make, at a third of its cost: it defines the property anew on each copy.
  const thing: ForcedSubject<string> = { ...facts, __caslSubjectType__: type };
  if (!ability.can(action, thing)) throw new ProblemError('not-allowed');
}
