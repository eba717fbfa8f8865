import { creditWithdrawn, type DataOf } from '@salvatempo/contracts';
import { accept, formatEuro, refuse, slice, type Cents } from '@salvatempo/kernel';
import { figuresOf, moveLots, type Account } from '../domain/account';
import { chooseLots } from '../domain/choose-lots';
import { expiredCredit } from '../domain/released-credit';

export interface WithdrawCredit {
  readonly amountCents: Cents;
  readonly reason: string;
}

/** Takes back unspent credit that was given by mistake; what is held or spent can't be taken. */
export const withdrawCreditSlice = slice<Account, WithdrawCredit>({
  command: 'withdraw-credit',
  decide({ amountCents, reason }, before, { id, at }) {
    if (before.accountId === '') return refuse('account-not-found');
    const { events: expired, state } = expiredCredit(before, id, at);
    const { spendableCents, heldCents } = figuresOf(state, at);
    const lots = chooseLots(state, amountCents, undefined, at);
    if (!lots) return refuse('credit-insufficient', { missingCents: amountCents - spendableCents, missingEuro: formatEuro(amountCents - spendableCents) });
    return accept(...expired, creditWithdrawn.of({ accountId: id, amountCents, reason, lots: [...lots], spendableCents: spendableCents - amountCents, heldCents }));
  },
  evolve: {
    [creditWithdrawn.type]: (state: Account, { lots }: DataOf<typeof creditWithdrawn>): Account => ({
      ...state,
      lots: moveLots(state, lots, -1, state.holds),
    }),
  },
});
