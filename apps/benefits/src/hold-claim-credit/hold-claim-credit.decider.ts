import { claimCreditHeld, claimCreditRefused, thresholdConsented, type DataOf } from '@salvatempo/contracts';
import { accept, holdOf, NOTHING, slice, type Cents, type Decision } from '@salvatempo/kernel';
import { MAX_HOLDS, THRESHOLD_LETTER, useOf, type Account } from '../domain/account';
import { chooseLots, spendableOn } from '../domain/choose-lots';
import { withClaimHeld, withFigures } from '../domain/claim-credit';
import { expiredCredit } from '../domain/released-credit';
import { countedCents, thresholdOf, type Thresholds } from '../domain/threshold';
import { BY_DEFAULT, crossingOf, whyNotAbove, withoutLeft, type AboveThreshold } from '../domain/threshold-consent';

export interface HoldClaimCredit {
  readonly claimId: string;
  readonly amountCents: Cents;
  /** Of the lots that may pay; in no event. */
  readonly letter: string;
  readonly taxYear: number;
  /** Exemption thresholds of the tax year; undefined where the table has no row. */
  readonly thresholds?: Thresholds;
  /** What the firm chose for whoever comes to the threshold, and up to how much the claimant agreed to. */
  readonly aboveThreshold?: AboveThreshold;
  readonly thresholdConsentCents?: Cents;
}

/**
 * Sets aside what a claim asks, or as much of it as there is: the credit that paid for it can't expire or be spent while validators decide
 * (ADR 0261). What would take the year above its threshold is refused unless it was agreed to, and so is a claim where nothing at all is left. A "no" is an event.
 */
export const holdClaimCreditSlice = slice<Account, HoldClaimCredit>({
  command: 'hold-claim-credit',
  decide({ claimId, amountCents: askedCents, letter, taxYear, thresholds, aboveThreshold = BY_DEFAULT, thresholdConsentCents }, before, { id, at }): Decision {
    if (holdOf(before.holds, claimId)) return NOTHING;
    const { events: expired, state } = expiredCredit(before, id, at);
    const no = (code: DataOf<typeof claimCreditRefused>['code']): Decision => accept(...expired, claimCreditRefused.of({ accountId: id, claimId, code }));
    if (state.holds.length + (state.waiting?.length ?? 0) >= MAX_HOLDS) return no('account-too-many-holds');
    const amountCents = Math.min(askedCents, spendableOn(state, letter, at));
    if (amountCents === 0) return no('insufficient-credit');
    const countsForThreshold = letter === THRESHOLD_LETTER;
    if (countsForThreshold && !thresholds) return no('no-threshold-rule');
    const crossing = countsForThreshold ? crossingOf(state, taxYear, amountCents, thresholds!) : undefined;
    const above = crossing && whyNotAbove(crossing, aboveThreshold, thresholdConsentCents);
    if (above) return no(above.code === 'threshold-consent-needed' ? above.code : 'threshold-cliff');
    const lots = [...chooseLots(state, amountCents, letter, at)!];
    const held = withFigures(state, { accountId: id, claimId, amountCents, lots, countsForThreshold, taxYear }, withClaimHeld, at);
    const { firmId, personId } = state;
    const consented = crossing ? [thresholdConsented.of({ accountId: id, firmId, personId, claimId, ...withoutLeft(crossing), agreedCents: thresholdConsentCents! })] : [];
    return accept(...expired, ...consented, claimCreditHeld.of(held.data));
  },
  evolve: {
    [claimCreditHeld.type]: (state: Account, held: DataOf<typeof claimCreditHeld>): Account => withClaimHeld(state, held),
  },
});

/** What the threshold of a year leaves on an account, never below zero. */
export function thresholdLeftCents(state: Account, taxYear: number, thresholds: Thresholds): Cents {
  const use = useOf(state, taxYear);
  return Math.max(0, thresholdOf(use, thresholds) - countedCents(use));
}
