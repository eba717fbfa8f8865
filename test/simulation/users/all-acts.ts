import type { SeededRandomness } from '@salvatempo/testing';
import { Deck } from '../run/deck';
import { accompanimentActs } from './accompaniment.acts';
import type { Act } from './act';
import { claimActs } from './claim.acts';
import { contributionActs } from './contribution.acts';
import { cooperativeActs } from './cooperative.acts';
import { coverActs } from './cover.acts';
import { draftActs } from './draft.acts';
import { employeeActs } from './employee.acts';
import { hoursActs } from './hours.acts';
import { identityActs } from './identity.acts';
import { invoiceActs } from './invoice.acts';
import { limitsActs } from './limits.acts';
import { mandateActs } from './mandate.acts';
import { meetingActs } from './meeting.acts';
import { operatorActs } from './operator.acts';
import { outreachActs } from './outreach.acts';
import { ownerActs } from './owner.acts';
import { rulesActs } from './rules.acts';
import { surveyActs } from './survey.acts';
import { planActs } from './plan.acts';
import { payrollActs } from './payroll.acts';
import { ownPurchaseActs } from './own-purchase.acts';
import { rosterActs } from './roster.acts';
import { siteActs } from './site.acts';
import { workActs } from './work.acts';

/** Everything that people do in the simulated territory. */
export const allActs: readonly Act[] = [
  ...operatorActs,
  ...ownerActs,
  ...siteActs,
  ...rosterActs,
  ...identityActs,
  ...employeeActs,
  ...cooperativeActs,
  ...coverActs,
  ...surveyActs,
  ...accompanimentActs,
  ...mandateActs,
  ...outreachActs,
  ...meetingActs,
  ...invoiceActs,
  ...hoursActs,
  ...ownPurchaseActs,
  ...rulesActs,
  ...claimActs,
  ...draftActs,
  ...workActs,
  ...payrollActs,
  ...planActs,
  ...limitsActs,
  ...contributionActs,
];

const byName: ReadonlyMap<string, Act> = new Map(allActs.map((act) => [act.name, act]));
const weights = Object.fromEntries(allActs.map(({ name, weight }) => [name, weight]));

/** Gives the acts in an order that chance makes, each as often as its weight says. */
export function actsInTurn(randomness: SeededRandomness): () => Act {
  const deck = new Deck(weights, randomness);
  return () => byName.get(deck.draw())!;
}
