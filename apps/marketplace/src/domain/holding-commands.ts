import {
  holdCredit,
  holdIncentive,
  holdPersonCap,
  payIncentive,
  pinCredit,
  pinIncentive,
  pinPersonCap,
  releaseCredit,
  releaseIncentive,
  releasePersonCap,
  spendCredit,
  usePersonCap,
  type Holding,
} from '@salvatempo/contracts';
import { addMs, MINUTE_MS, type OutgoingCommand } from '@salvatempo/kernel';
import { holdingsOf, type PurchaseFacts } from './purchase';

/** The holds outlive the process's own deadline, so that it is always the process that ends first. */
const HOLD_MARGIN_MS = 5 * MINUTE_MS;

type Step = 'pin' | 'pay' | 'release';

const commandTypes = {
  incentive: { pin: pinIncentive, pay: payIncentive, release: releaseIncentive },
  'person-cap': { pin: pinPersonCap, pay: usePersonCap, release: releasePersonCap },
  credit: { pin: pinCredit, pay: spendCredit, release: releaseCredit },
} as const;

function target(facts: PurchaseFacts, holding: Holding): string {
  const id = { incentive: facts.allotmentId, 'person-cap': facts.personCapId, credit: facts.accountId }[holding];
  if (id === undefined) throw new Error(`purchase ${facts.purchaseId} has no ${holding}`);
  return id;
}

const names = { incentive: 'allotmentId', 'person-cap': 'personCapId', credit: 'accountId' } as const;

/** One step of one holding, addressed to the aggregate that decides it. */
export function holdingCommand(step: Step, holding: Holding, facts: PurchaseFacts): OutgoingCommand {
  const to = target(facts, holding);
  return { type: commandTypes[holding][step].type, to, data: { [names[holding]]: to, purchaseId: facts.purchaseId } };
}

/** The same step of every holding, except the one that is named. */
export const holdingCommands = (step: Step, facts: PurchaseFacts, except?: Holding): readonly OutgoingCommand[] =>
  holdingsOf(facts)
    .filter((holding) => holding !== except)
    .map((holding) => holdingCommand(step, holding, facts));

/** Asks for everything that the purchase needs, all at once. */
export function holdCommands(facts: PurchaseFacts): readonly OutgoingCommand[] {
  const { purchaseId, personId, accountId, taxYear } = facts;
  const expiresAt = addMs(facts.deadlineAt, HOLD_MARGIN_MS);
  const credit = holdCredit.to(accountId, {
    accountId,
    purchaseId,
    amountCents: facts.creditCents,
    letter: facts.taxLetter,
    benefitValueCents: facts.totalCents,
    taxYear,
    expiresAt,
  });
  if (facts.incentiveCents === 0) return [credit];
  const allotmentId = target(facts, 'incentive');
  const personCapId = target(facts, 'person-cap');
  const amountCents = facts.incentiveCents;
  return [
    holdIncentive.to(allotmentId, { allotmentId, purchaseId, personId, amountCents, expiresAt }),
    holdPersonCap.to(personCapId, { personCapId, purchaseId, callId: facts.callId!, personId, capCents: facts.personCapCents!, amountCents, expiresAt }),
    credit,
  ];
}
