import { contributionCreditHeld, contributionCreditRefused, type DataOf } from '@salvatempo/contracts';
import { accept, holdOf, NOTHING, slice, type Cents, type Decision } from '@salvatempo/kernel';
import { fits, isSpendable, MAX_HOLDS, type Account } from '../domain/account';
import { chooseLots, spendableOn } from '../domain/choose-lots';
import { withFigures } from '../domain/claim-credit';
import { contributionUseOf, withContributionHeld } from '../domain/contribution-credit';
import { CONTRIBUTION_LETTERS, type ContributionKind } from '../domain/contribution-limit';
import { expiredCredit } from '../domain/released-credit';

export interface HoldContributionCredit {
  readonly contributionId: string;
  readonly kind: ContributionKind;
  readonly amountCents: Cents;
  /** Of the choice, in Rome (rules.md 1.6). */
  readonly taxYear: number;
  /** Paid in the year otherwise, as the person says. */
  readonly elsewhereCents: Cents;
  /** Of the tax year, from the dated table; undefined where it has no row. */
  readonly limitCents?: Cents;
}

/**
 * Sets aside what a person wants paid into a fund, whole or not at all, and counts it in the year's limit in the same write: two at once can't
 * cross it. Only credit whose lot admits the letter pays. A "no" is an event.
 */
export const holdContributionCreditSlice = slice<Account, HoldContributionCredit>({
  command: 'hold-contribution-credit',
  decide({ contributionId, kind, amountCents, taxYear, elsewhereCents, limitCents }, before, { id, at }): Decision {
    if (holdOf(before.holds, contributionId)) return NOTHING;
    const { events: expired, state } = expiredCredit(before, id, at);
    const no = (code: DataOf<typeof contributionCreditRefused>['code'], leftCents?: Cents): Decision =>
      accept(...expired, contributionCreditRefused.of({ accountId: id, contributionId, code, ...(leftCents !== undefined && { leftCents }) }));
    if (state.holds.length + (state.waiting?.length ?? 0) >= MAX_HOLDS) return no('account-too-many-holds');
    if (limitCents === undefined) return no('no-contribution-rule');
    const letter = CONTRIBUTION_LETTERS[kind];
    if (!state.lots.some((lot) => isSpendable(lot, at) && fits(lot, letter))) return no('contribution-letter');
    const leftCents = Math.max(0, limitCents - elsewhereCents - contributionUseOf(state, taxYear, letter).countedCents);
    if (amountCents > leftCents) return no('contribution-above-limit', leftCents);
    const lots = chooseLots(state, amountCents, letter, at);
    if (!lots) return no('contribution-credit', spendableOn(state, letter, at));
    const held = withFigures(state, { accountId: id, contributionId, kind, amountCents, lots: [...lots], taxYear, elsewhereCents }, withContributionHeld, at);
    return accept(...expired, contributionCreditHeld.of(held.data));
  },
  evolve: {
    [contributionCreditHeld.type]: (state: Account, held: DataOf<typeof contributionCreditHeld>): Account => withContributionHeld(state, held),
  },
});
