import { contributionWithdrawn } from '@salvatempo/contracts';
import { accept, refuse, slice } from '@salvatempo/kernel';
import { isContributionOpen, type Contribution } from '../domain/contribution';

/** Calls a contribution off before it is paid: its credit comes back. */
export const withdrawContributionSlice = slice<Contribution, object>({
  command: 'withdraw-contribution',
  decide: (_, state, { id }) => (isContributionOpen(state) ? accept(contributionWithdrawn.of({ contributionId: id })) : refuse('contribution-not-waiting')),
  evolve: {
    [contributionWithdrawn.type]: ({ dueOn: _, ...state }: Contribution): Contribution => ({ ...state, status: 'withdrawn' }),
  },
});
