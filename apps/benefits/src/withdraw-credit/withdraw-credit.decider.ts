import { creditWithdrawn, type DataOf } from '@salvatempo/contracts';
import { accept, formatEuro, formatHours, refuse, slice, sumCents, type Cents, type Minutes } from '@salvatempo/kernel';
import { figuresOf, moveLots, type Account } from '../domain/account';
import { chooseLots } from '../domain/choose-lots';
import { chooseHours, minutesThere, worthLeaving } from '../domain/hour-lots';
import { expiredCredit } from '../domain/released-credit';

export interface WithdrawCredit {
  /** Euros, or hours: one of the two. */
  readonly amountCents?: Cents;
  readonly minutes?: Minutes;
  readonly reason: string;
}

/** Takes back unspent credit that was given by mistake; what is held or spent can't be taken. */
export const withdrawCreditSlice = slice<Account, WithdrawCredit>({
  command: 'withdraw-credit',
  decide({ amountCents = 0, minutes, reason }, before, { id, at }) {
    if (before.accountId === '') return refuse('account-not-found');
    const { events: expired, state } = expiredCredit(before, id, at);
    const figures = figuresOf(state, at);
    if (minutes !== undefined) {
      const asked = { minutes, amountCents: 0, letter: undefined };
      const taken = chooseHours(state, asked, at);
      if (!taken) return refuse('hours-insufficient', { needed: formatHours(minutes), there: formatHours(minutesThere(state, asked, at)) });
      const lots = [...worthLeaving(state, taken)];
      const worthCents = sumCents(lots.map((share) => share.amountCents));
      return accept(...expired, creditWithdrawn.of({ accountId: id, amountCents: worthCents, minutes, reason, lots, ...figures, spendableMinutes: figures.spendableMinutes! - minutes }));
    }
    const lots = chooseLots(state, amountCents, undefined, at);
    if (!lots) return refuse('credit-insufficient', { missingCents: amountCents - figures.spendableCents, missingEuro: formatEuro(amountCents - figures.spendableCents) });
    return accept(...expired, creditWithdrawn.of({ accountId: id, amountCents, reason, lots: [...lots], ...figures, spendableCents: figures.spendableCents - amountCents }));
  },
  evolve: {
    [creditWithdrawn.type]: (state: Account, { lots }: DataOf<typeof creditWithdrawn>): Account => ({
      ...state,
      lots: moveLots(state, lots, -1, state.holds),
    }),
  },
});
