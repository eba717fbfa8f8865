import { contributionAsked, contributionOpened, contributionRefused, type DataOf } from '@salvatempo/contracts';
import { accept, NOTHING, slice, type Cents } from '@salvatempo/kernel';
import { dueDayOf, personalOfContribution, type Contribution, type ContributionPersonal } from '../domain/contribution';

export interface AskContribution extends Omit<DataOf<typeof contributionAsked>, 'contributionId'> {
  readonly personal: ContributionPersonal;
}

/** Takes in what a person wants paid into a fund; which fund stands beside the state. */
export const askContributionSlice = slice<Contribution, AskContribution>({
  command: 'ask-contribution',
  decide({ personal, ...terms }, { status }, { id }) {
    if (status !== 'absent') return NOTHING;
    return { ...accept(contributionAsked.of({ ...terms, contributionId: id })), personal: personalOfContribution(personal) };
  },
  evolve: {
    [contributionAsked.type]: (_: Contribution, asked: DataOf<typeof contributionAsked>): Contribution => ({ ...asked, status: 'checking' }),
  },
});

export interface NoteContributionCredit {
  /** Why the account didn't hold its credit; undefined where it did. */
  readonly code?: string;
  readonly leftCents?: Cents;
}

/** What the account said: payroll has it before it now, or it ends here. */
export const noteContributionCreditSlice = slice<Contribution, NoteContributionCredit>({
  command: 'note-contribution-credit',
  decide({ code, leftCents }, { status, askedOn }, { id }) {
    if (status !== 'checking') return NOTHING;
    if (code === undefined) return accept(contributionOpened.of({ contributionId: id, dueOn: dueDayOf(askedOn) }));
    return accept(contributionRefused.of({ contributionId: id, by: 'account', code, ...(leftCents !== undefined && { leftCents }) }));
  },
  evolve: {
    [contributionOpened.type]: (state: Contribution, { dueOn }: DataOf<typeof contributionOpened>): Contribution => ({ ...state, status: 'waiting', dueOn }),
  },
});
