import type { SeededRandomness } from '@salvatempo/testing';
import { accompanimentActs } from './accompaniment.acts';
import type { Act } from './act';
import { cooperativeActs } from './cooperative.acts';
import { employeeActs } from './employee.acts';
import { identityActs } from './identity.acts';
import { operatorActs } from './operator.acts';
import { ownerActs } from './owner.acts';
import { surveyActs } from './survey.acts';
import { rosterActs } from './roster.acts';
import { siteActs } from './site.acts';

/** Everything that people do in the simulated territory. */
export const allActs: readonly Act[] = [
  ...operatorActs,
  ...ownerActs,
  ...siteActs,
  ...rosterActs,
  ...identityActs,
  ...employeeActs,
  ...cooperativeActs,
  ...surveyActs,
  ...accompanimentActs,
];

const weights: Readonly<Record<string, number>> = Object.fromEntries(allActs.map(({ name, weight }) => [name, weight]));

export function someAct(randomness: SeededRandomness): Act {
  const name = randomness.weighted(weights);
  return allActs.find((act) => act.name === name)!;
}
