import { contributionCreditReleased, contributionCreditSpent, type DataOf } from '@salvatempo/contracts';
import { accept, holdOf, NOTHING, slice, type Decision, type Instant } from '@salvatempo/kernel';
import type { Account } from '../domain/account';
import { returnedTo, withFigures } from '../domain/claim-credit';
import { withContributionReleased, withContributionSpent } from '../domain/contribution-credit';
import { expiredCredit } from '../domain/released-credit';

export interface ReleaseContributionCredit {
  readonly contributionId: string;
  /** How long credit that goes back lives on, where it expired meanwhile. */
  readonly extendedUntil: Instant;
}

/** Gives back what was held for a contribution that won't be paid, to the very lots that it came from and to the year's limit. */
export const releaseContributionCreditSlice = slice<Account, ReleaseContributionCredit>({
  command: 'release-contribution-credit',
  decide({ contributionId, extendedUntil }, before, { id, at }): Decision {
    if (!holdOf(before.holds, contributionId)) return NOTHING;
    const { events: expired, state } = expiredCredit(before, id, at);
    const { amountCents, lots } = holdOf(state.holds, contributionId)!;
    const released = withFigures(state, { accountId: id, contributionId, amountCents, ...returnedTo(state, lots, at, extendedUntil) }, withContributionReleased, at);
    return accept(...expired, contributionCreditReleased.of(released.data));
  },
  evolve: {
    [contributionCreditReleased.type]: (state: Account, released: DataOf<typeof contributionCreditReleased>): Account => withContributionReleased(state, released),
  },
});

/** What was held for a contribution has been paid to the fund. */
export const spendContributionCreditSlice = slice<Account, { readonly contributionId: string }>({
  command: 'spend-contribution-credit',
  decide({ contributionId }, before, { id, at }): Decision {
    if (!holdOf(before.holds, contributionId)) return NOTHING;
    const { events: expired, state } = expiredCredit(before, id, at);
    const { amountCents, lots } = holdOf(state.holds, contributionId)!;
    const spent = withFigures(state, { accountId: id, firmId: state.firmId, contributionId, amountCents, lots: [...lots] }, withContributionSpent, at);
    return accept(...expired, contributionCreditSpent.of(spent.data));
  },
  evolve: {
    [contributionCreditSpent.type]: (state: Account, spent: DataOf<typeof contributionCreditSpent>): Account => withContributionSpent(state, spent),
  },
});
