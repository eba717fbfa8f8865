import { accept, formatEuro, NOTHING, PASS_DEADLINE, refuse, slice, type Cents, type Instant } from '@salvatempo/kernel';
import { chosenEvent } from '../import-premiums/offer-premium.decider';
import type { Premium } from '../domain/premium';

export interface ChoosePremium {
  /** 0 for all of it in money. */
  readonly convertedCents: Cents;
  readonly letter?: string;
  /** Cap of the year of the choice, in which what is converted is tested. */
  readonly capOfChoiceCents: Cents;
}

/** Chooses once for all how much of a premium becomes credit: above the cap none may. */
export const choosePremiumSlice = slice<Premium, ChoosePremium>({
  command: 'choose-premium',
  decide({ convertedCents, letter, capOfChoiceCents }, state, { at }) {
    if (state.status === 'absent') return refuse('premium-not-found');
    if (state.status === 'chosen') return refuse('premium-chosen-already');
    if (at > state.chooseUntil) return refuse('premium-choice-over');
    const mostCents = Math.min(state.convertibleCents, capOfChoiceCents);
    if (convertedCents > mostCents) return refuse('premium-above-cap', { mostCents, mostEuro: formatEuro(mostCents) });
    if (convertedCents === 0) return accept(chosenEvent(state, 0, 'person'));
    const chosen = letter ?? state.letters[0];
    if (chosen === undefined || !state.letters.includes(chosen)) return refuse('premium-letter');
    return accept(chosenEvent(state, convertedCents, 'person', chosen));
  },
});

/** Who didn't choose in time gets all of it in money. */
export const lapsePremiumSlice = slice<Premium, { readonly deadlineAt: Instant }>({
  command: PASS_DEADLINE,
  decide: (_, state, { at }) => (state.status === 'offered' && at >= state.chooseUntil ? accept(chosenEvent(state, 0, 'deadline')) : NOTHING),
});
