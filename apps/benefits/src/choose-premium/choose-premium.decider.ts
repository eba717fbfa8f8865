import type { DataOf, premiumChosen } from '@salvatempo/contracts';
import { accept, formatEuro, NOTHING, PASS_DEADLINE, refuse, slice, type Accepted, type Cents, type Decision, type DecisionContext, type Instant, type JsonObject } from '@salvatempo/kernel';
import { chosenEvent } from '../import-premiums/offer-premium.decider';
import { capLeftOf, type Premium } from '../domain/premium';

export interface ChoosePremium {
  /** 0 for all of it in money. */
  readonly convertedCents: Cents;
  readonly letter?: string;
  /** Cap of the year of the choice, in which what is converted is tested. */
  readonly capOfChoiceCents: Cents;
  /** What other employers converted or paid at the substitute tax in the year, as the person declares: the cap is one over all of them. */
  readonly otherEmployersCents?: Cents;
  /** The person declares an employment income above the limit, all employers together: no more than that, since nobody here needs the figure. */
  readonly incomeAbove?: boolean;
  /** What the person's year holds of the cap for this choice, and until when the choice may be written. */
  readonly heldCents: Cents;
  readonly chooseBy: Instant;
}

type Choice = Omit<ChoosePremium, 'heldCents' | 'chooseBy'>;

/** What a choice would make of a premium, were nothing else chosen in the same moment. */
export function choiceOf({ convertedCents, letter, capOfChoiceCents, otherEmployersCents, incomeAbove = false }: Choice, state: Premium, { at, personal }: Pick<DecisionContext, 'at' | 'personal'>): Decision {
  if (state.status === 'absent') return refuse('premium-not-found');
  if (state.status === 'chosen') return refuse('premium-chosen-already');
  if (at > state.chooseUntil) return refuse('premium-choice-over');
  const others = otherEmployersCents === undefined ? {} : { otherEmployersCents };
  if (incomeAbove) {
    if (convertedCents > 0) return refuse('premium-income-above');
    const chosen = accept(chosenEvent({ ...state, ...others, favoured: false }, 0, 'person'));
    // As where the firm's file told it: for the person alone, and in no event (ADR 0277).
    return { ...chosen, personal: { ...personal, why: 'income' } as JsonObject };
  }
  const offered = { ...state, ...others };
  const mostCents = Math.min(state.convertibleCents, capLeftOf({ ...others, capCents: capOfChoiceCents }), capLeftOf(offered));
  if (convertedCents > mostCents) return refuse('premium-above-cap', { mostCents, mostEuro: formatEuro(mostCents) });
  if (convertedCents === 0) return accept(chosenEvent(offered, 0, 'person'));
  const chosen = letter ?? state.letters[0];
  if (chosen === undefined || !state.letters.includes(chosen)) return refuse('premium-letter');
  return accept(chosenEvent(offered, convertedCents, 'person', chosen));
}

/** What a choice uses of the cap: converted, and paid at the substitute tax. Euro cents, gross. */
export function usedByChoice({ events }: Accepted): Cents {
  const { convertedCents, favouredCents } = events[0]!.data as DataOf<typeof premiumChosen>;
  return convertedCents + favouredCents;
}

/**
 * Chooses once for all how much of a premium becomes credit: above what other employers left of the cap none may. What is declared is counted
 * by the write that chooses, so that nothing gets between the two; it uses no more than the person's year holds for it (ADR 0295).
 */
export const choosePremiumSlice = slice<Premium, ChoosePremium>({
  command: 'choose-premium',
  decide({ heldCents, chooseBy, ...choice }, state, context) {
    const decision = choiceOf(choice, state, context);
    return decision.ok && (usedByChoice(decision) > heldCents || context.at > chooseBy) ? refuse('premium-changing') : decision;
  },
});

/** Who didn't choose in time gets all of it in money. */
export const lapsePremiumSlice = slice<Premium, { readonly deadlineAt: Instant }>({
  command: PASS_DEADLINE,
  decide: (_, state, { at }) => (state.status === 'offered' && at >= state.chooseUntil ? accept(chosenEvent(state, 0, 'deadline')) : NOTHING),
});
