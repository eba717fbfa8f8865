import { subject, type MongoAbility } from '@casl/ability';
import { ProblemError } from '../problems/problem.error';

/**
 * Asks a service's policy whether a thing with these facts may be acted on. Throws ProblemError `not-allowed`.
 * @param facts what the policy's conditions look at, e.g. `{ firmId, personId }`.
 */
export function authorise(ability: MongoAbility, action: string, type: string, facts: object): void {
  if (!ability.can(action, subject(type, { ...facts }))) throw new ProblemError('not-allowed');
}
