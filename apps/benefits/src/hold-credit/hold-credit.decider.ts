import { creditHeld, creditRefused, holdCredit, thresholdConsented, type DataOf } from '@salvatempo/contracts';
import { accept, formatEuro, formatHours, holdOf, NOTHING, slice, type Decision, type Instant, type Refusal } from '@salvatempo/kernel';
import { countThreshold, figuresOf, MAX_HOLDS, moveLots, THRESHOLD_LETTER, type Account, type CreditHold } from '../domain/account';
import { chooseLots, spendableOn } from '../domain/choose-lots';
import { chooseHours, minutesThere } from '../domain/hour-lots';
import { expiredCredit } from '../domain/released-credit';
import type { Thresholds } from '../domain/threshold';
import { BY_DEFAULT, crossingOf, whyNotAbove, withoutLeft, type AboveThreshold, type Crossing } from '../domain/threshold-consent';

export interface HoldCredit extends DataOf<typeof holdCredit> {
  /** Exemption thresholds of the tax year, from the dated table; undefined where it has no row for the year. */
  readonly thresholds?: Thresholds;
  /** Lots that nothing new is bought with, since the firm is in default and hasn't paid them (ADR 0270). */
  readonly suspendedLotIds?: readonly string[];
  /** What the firm chose for whoever comes to the threshold; to block, where it is left out. */
  readonly aboveThreshold?: AboveThreshold;
}

/** Sets credit aside for a purchase, euros or hours, and counts the benefit's whole value towards the threshold of the year. A "no" is an event. */
export const holdCreditSlice = slice<Account, HoldCredit>({
  command: holdCredit.type,
  decide(command, before, { id, at }): Decision {
    const { purchaseId, amountCents, minutes, letter, benefitValueCents, taxYear, expiresAt } = command;
    if (holdOf(before.holds, purchaseId)) return NOTHING;
    const { events: expired, state } = expiredCredit(before, id, at);
    const no = (refusal: Refusal): Decision => accept(...expired, creditRefused.of({ accountId: id, purchaseId, ...refusal }));
    if (expiresAt <= at) return no({ code: 'hold-expired' });
    if (state.accountId === '') return no({ code: 'account-not-found' });
    if (state.holds.length >= MAX_HOLDS) return no({ code: 'account-too-many-holds' });
    const crossing = crossingBy(command, state);
    const threshold = whyOverThreshold(command, crossing);
    if (threshold) return no(threshold);
    const { suspendedLotIds = [] } = command;
    const paid = { ...state, lots: state.lots.filter(({ lotId }) => !suspendedLotIds.includes(lotId)) };
    const lots = minutes === undefined ? chooseLots(paid, amountCents, letter, at) : chooseHours(paid, { minutes, amountCents, letter }, at);
    if (!lots) return no(minutes === undefined ? whyNotEuros(command, state, at) : whyNotHours({ ...command, minutes }, state, at));
    const figures = figuresOf(state, at);
    return accept(
      ...expired,
      ...(crossing ? [thresholdConsented.of({ accountId: id, firmId: state.firmId, personId: state.personId, purchaseId, ...withoutLeft(crossing), agreedCents: command.thresholdConsentCents! })] : []),
      creditHeld.of({
        accountId: id,
        purchaseId,
        amountCents,
        ...(minutes !== undefined && { minutes }),
        lots: [...lots],
        letter,
        benefitValueCents,
        taxYear,
        expiresAt,
        ...figures,
        ...(minutes === undefined
          ? { spendableCents: figures.spendableCents - amountCents, heldCents: figures.heldCents + amountCents }
          : { spendableMinutes: figures.spendableMinutes! - minutes, heldMinutes: figures.heldMinutes! + minutes }),
      }),
    );
  },
  evolve: {
    [creditHeld.type]: (state: Account, held: DataOf<typeof creditHeld>): Account => {
      const { purchaseId, amountCents, minutes, lots, letter, benefitValueCents, taxYear, expiresAt } = held;
      const hold: CreditHold = { id: purchaseId, amountCents, ...(minutes !== undefined && { minutes }), expiresAt, pinned: false, lots, letter, benefitValueCents, taxYear };
      const holds = [...state.holds, hold];
      return { ...state, holds, lots: moveLots(state, lots, -1, holds), threshold: countThreshold(state, hold, benefitValueCents, 0) };
    },
  },
});

/** There would be enough if the firm had paid for it. */
const IN_DEFAULT: Refusal = { code: 'firm-in-default' };

function whyNotEuros({ amountCents, letter }: HoldCredit, state: Account, at: Instant): Refusal {
  const missingCents = amountCents - spendableOn(state, letter, at);
  return missingCents <= 0 ? IN_DEFAULT : { code: 'credit-insufficient', params: { missingCents, missingEuro: formatEuro(missingCents) } };
}

function whyNotHours(asked: HoldCredit & { readonly minutes: number }, state: Account, at: Instant): Refusal {
  if (chooseHours(state, asked, at)) return IN_DEFAULT;
  const [needed, there] = [formatHours(asked.minutes), formatHours(minutesThere(state, asked, at))];
  return { code: 'hours-insufficient', params: { needed, there } };
}

const crossingBy = ({ letter, taxYear, benefitValueCents, thresholds }: HoldCredit, state: Account): Crossing | undefined =>
  letter === THRESHOLD_LETTER && thresholds ? crossingOf(state, taxYear, benefitValueCents, thresholds) : undefined;

/** At the threshold nothing is taxed, one cent above it the whole is: so a purchase that would cross it is refused, or agreed to. */
function whyOverThreshold({ letter, taxYear, thresholds, aboveThreshold = BY_DEFAULT, thresholdConsentCents }: HoldCredit, crossing: Crossing | undefined): Refusal | undefined {
  if (letter === THRESHOLD_LETTER && thresholds === undefined) return { code: 'no-threshold-rule', params: { year: taxYear } };
  return crossing && whyNotAbove(crossing, aboveThreshold, thresholdConsentCents);
}
