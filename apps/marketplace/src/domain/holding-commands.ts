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

const consentOf = ({ thresholdConsentCents }: PurchaseFacts): { thresholdConsentCents?: number } => (thresholdConsentCents === undefined ? {} : { thresholdConsentCents });

/** Asks for everything that the purchase needs, all at once. */
export function holdCommands(facts: PurchaseFacts): readonly OutgoingCommand[] {
  const { purchaseId, personId } = facts;
  const expiresAt = addMs(facts.deadlineAt, HOLD_MARGIN_MS);
  const amountCents = facts.incentiveCents;
  const commandOf = (holding: Holding): OutgoingCommand => {
    const to = target(facts, holding);
    if (holding === 'incentive') return holdIncentive.to(to, { allotmentId: to, purchaseId, personId, amountCents, expiresAt });
    if (holding === 'person-cap') return holdPersonCap.to(to, { personCapId: to, purchaseId, callId: facts.callId!, personId, capCents: facts.personCapCents!, amountCents, expiresAt });
    return holdCredit.to(to, { accountId: to, purchaseId, amountCents: facts.creditCents, ...(facts.creditMinutes !== undefined && { minutes: facts.creditMinutes }), letter: facts.taxLetter!, benefitValueCents: facts.totalCents, taxYear: facts.taxYear!, expiresAt, ...consentOf(facts) });
  };
  return holdingsOf(facts).map(commandOf);
}
