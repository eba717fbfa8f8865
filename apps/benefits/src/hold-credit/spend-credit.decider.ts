import { creditSpent, spendCredit, type DataOf } from '@salvatempo/contracts';
import { accept, refuse, slice, type Decision } from '@salvatempo/kernel';
import { countThreshold, figuresOf, moveLots, type Account } from '../domain/account';

/** Turns a hold into a payment: once, and for a pinned one however late. */
export const spendCreditSlice = slice<Account, DataOf<typeof spendCredit>>({
  command: spendCredit.type,
  decide({ purchaseId }, state, { id, at }): Decision {
    const hold = state.holds.find((candidate) => candidate.id === purchaseId);
    // A process pays only what it pinned: without the hold something is broken, and guessing would pay twice.
    if (!hold) return refuse('hold-not-found');
    const figures = figuresOf(state, at);
    const { amountCents, lots } = hold;
    return accept(
      creditSpent.of({
        accountId: id,
        purchaseId,
        firmId: state.firmId,
        amountCents,
        lots: [...lots],
        spendableCents: figures.spendableCents,
        heldCents: figures.heldCents - amountCents,
      }),
    );
  },
  evolve: {
    [creditSpent.type]: (state: Account, { purchaseId }: DataOf<typeof creditSpent>): Account => {
      const hold = state.holds.find((candidate) => candidate.id === purchaseId)!;
      const holds = state.holds.filter((candidate) => candidate !== hold);
      const threshold = countThreshold(state, hold, -hold.benefitValueCents, hold.benefitValueCents);
      return { ...state, holds, lots: moveLots(state, [], 1, holds), threshold };
    },
  },
});
