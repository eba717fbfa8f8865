import { contributionCreditHeld, contributionCreditReleased, contributionCreditSpent, type DataOf } from '@salvatempo/contracts';
import { holdOf, withHold, withoutHold, type Cents } from '@salvatempo/kernel';
import { moveLots, type Account, type ContributionUse, type CreditHold } from './account';
import { NEVER, withReturned } from './claim-credit';
import { CONTRIBUTION_LETTERS } from './contribution-limit';

/** What counts for the limit of a letter in a tax year; nothing where nothing happened. */
export const contributionUseOf = ({ contributions }: Account, taxYear: number, letter: string): ContributionUse => contributions?.[taxYear]?.[letter] ?? { countedCents: 0, elsewhereCents: 0 };

/** Adds to what counts for a limit, negative to take away; and notes what was paid otherwise, of which the last word holds. */
export function countContribution(state: Account, { taxYear, letter }: Pick<CreditHold, 'taxYear' | 'letter'>, cents: Cents, elsewhereCents?: Cents): Required<Account>['contributions'] {
  const before = contributionUseOf(state, taxYear, letter);
  const after = { countedCents: before.countedCents + cents, elsewhereCents: elsewhereCents ?? before.elsewhereCents };
  return { ...state.contributions, [taxYear]: { ...state.contributions?.[taxYear], [letter]: after } };
}

/** The account after credit was set aside for a contribution: only the contribution's end ends it. It counts from here on. */
export function withContributionHeld(state: Account, { contributionId, kind, amountCents, lots, taxYear, elsewhereCents }: DataOf<typeof contributionCreditHeld>): Account {
  const hold: CreditHold = { id: contributionId, amountCents, lots, letter: CONTRIBUTION_LETTERS[kind], benefitValueCents: amountCents, taxYear, expiresAt: NEVER, pinned: true };
  const holds = withHold(state.holds, hold);
  return { ...state, holds, lots: moveLots(state, lots, -1, holds), contributions: countContribution(state, hold, amountCents, elsewhereCents) };
}

export function withContributionReleased(state: Account, released: DataOf<typeof contributionCreditReleased>): Account {
  const hold = holdOf(state.holds, released.contributionId);
  if (!hold) return state;
  const holds = withoutHold(state.holds, hold.id);
  return { ...state, holds, lots: withReturned(state, holds, released), contributions: countContribution(state, hold, -hold.amountCents) };
}

export function withContributionSpent(state: Account, { contributionId }: DataOf<typeof contributionCreditSpent>): Account {
  const holds = withoutHold(state.holds, contributionId);
  return { ...state, holds, lots: moveLots(state, [], 1, holds) };
}
