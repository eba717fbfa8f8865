import { creditHeld, creditRefused, holdCredit, type DataOf } from '@salvatempo/contracts';
import { accept, formatEuro, holdOf, NOTHING, slice, type Decision, type Refusal } from '@salvatempo/kernel';
import { countThreshold, figuresOf, MAX_HOLDS, moveLots, THRESHOLD_LETTER, useOf, type Account, type CreditHold } from '../domain/account';
import { chooseLots, spendableOn } from '../domain/choose-lots';
import { expiredCredit } from '../domain/released-credit';
import { countedCents, thresholdOf, type Thresholds } from '../domain/threshold';

export interface HoldCredit extends DataOf<typeof holdCredit> {
  /** Exemption thresholds of the tax year, from the dated table; undefined where it has no row for the year. */
  readonly thresholds?: Thresholds;
  /** Lots that nothing new is bought with, since the firm is in default and hasn't paid them (ADR 0270). */
  readonly suspendedLotIds?: readonly string[];
}

/** Sets credit aside for a purchase, and counts the benefit's whole value towards the threshold of the year. A "no" is an event. */
export const holdCreditSlice = slice<Account, HoldCredit>({
  command: holdCredit.type,
  decide(command, before, { id, at }): Decision {
    const { purchaseId, amountCents, letter, benefitValueCents, taxYear, expiresAt } = command;
    if (holdOf(before.holds, purchaseId)) return NOTHING;
    const { events: expired, state } = expiredCredit(before, id, at);
    const no = (refusal: Refusal): Decision => accept(...expired, creditRefused.of({ accountId: id, purchaseId, ...refusal }));
    if (expiresAt <= at) return no({ code: 'hold-expired' });
    if (state.accountId === '') return no({ code: 'account-not-found' });
    if (state.holds.length >= MAX_HOLDS) return no({ code: 'account-too-many-holds' });
    const threshold = whyOverThreshold(command, state);
    if (threshold) return no(threshold);
    const { suspendedLotIds = [] } = command;
    const paid = { ...state, lots: state.lots.filter(({ lotId }) => !suspendedLotIds.includes(lotId)) };
    const lots = chooseLots(paid, amountCents, letter, at);
    if (!lots) {
      const missingCents = amountCents - spendableOn(state, letter, at);
      if (missingCents <= 0) return no({ code: 'firm-in-default' });
      return no({ code: 'credit-insufficient', params: { missingCents, missingEuro: formatEuro(missingCents) } });
    }
    const figures = figuresOf(state, at);
    return accept(
      ...expired,
      creditHeld.of({
        accountId: id,
        purchaseId,
        amountCents,
        lots: [...lots],
        letter,
        benefitValueCents,
        taxYear,
        expiresAt,
        spendableCents: figures.spendableCents - amountCents,
        heldCents: figures.heldCents + amountCents,
      }),
    );
  },
  evolve: {
    [creditHeld.type]: (state: Account, held: DataOf<typeof creditHeld>): Account => {
      const { purchaseId, amountCents, lots, letter, benefitValueCents, taxYear, expiresAt } = held;
      const hold: CreditHold = { id: purchaseId, amountCents, expiresAt, pinned: false, lots, letter, benefitValueCents, taxYear };
      const holds = [...state.holds, hold];
      return { ...state, holds, lots: moveLots(state, lots, -1, holds), threshold: countThreshold(state, hold, benefitValueCents, 0) };
    },
  },
});

/** At the threshold nothing is taxed, one cent above it the whole is: so a purchase that would cross it is refused. */
function whyOverThreshold({ letter, taxYear, benefitValueCents, thresholds }: HoldCredit, state: Account): Refusal | undefined {
  if (letter !== THRESHOLD_LETTER) return undefined;
  if (thresholds === undefined) return { code: 'no-threshold-rule', params: { year: taxYear } };
  const use = useOf(state, taxYear);
  const thresholdCents = thresholdOf(use, thresholds);
  // Below zero where a declaration changed after the purchases.
  const leftCents = Math.max(0, thresholdCents - countedCents(use));
  if (benefitValueCents <= leftCents) return undefined;
  return {
    code: 'fringe-threshold-exceeded',
    params: { year: taxYear, leftCents, leftEuro: formatEuro(leftCents), thresholdEuro: formatEuro(thresholdCents) },
  };
}
