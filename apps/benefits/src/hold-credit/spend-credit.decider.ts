import { creditRefused, creditSpent, spendCredit, type DataOf } from '@salvatempo/contracts';
import { accept, holdOf, liveHold, slice, withoutHold, type Decision } from '@salvatempo/kernel';
import { countThreshold, figuresOf, moveLots, type Account } from '../domain/account';
import { worthAbovePrice } from '../domain/hour-lots';
import { expiredCredit } from '../domain/released-credit';

/** Turns a hold into a payment: once, and for a pinned one however late. What the clock ended is not paid (ADR 0130). */
export const spendCreditSlice = slice<Account, DataOf<typeof spendCredit>>({
  command: spendCredit.type,
  decide({ purchaseId }, state, { id, at }): Decision {
    const hold = liveHold(state.holds, purchaseId, at);
    if (!hold) return accept(...expiredCredit(state, id, at).events, creditRefused.of({ accountId: id, purchaseId, code: 'hold-expired' }));
    const figures = figuresOf(state, at);
    const { amountCents, minutes, lots } = hold;
    const spent = { accountId: id, purchaseId, firmId: state.firmId, amountCents, lots: [...lots] };
    if (minutes === undefined) return accept(creditSpent.of({ ...spent, ...figures, heldCents: figures.heldCents - amountCents }));
    const freed = worthAbovePrice(state, lots);
    return accept(creditSpent.of({ ...spent, minutes, ...(freed.length > 0 && { freed: [...freed] }), ...figures, heldMinutes: figures.heldMinutes! - minutes }));
  },
  evolve: {
    [creditSpent.type]: (state: Account, { purchaseId }: DataOf<typeof creditSpent>): Account => {
      const hold = holdOf(state.holds, purchaseId)!;
      const holds = withoutHold(state.holds, purchaseId);
      const threshold = countThreshold(state, hold, -hold.benefitValueCents, hold.benefitValueCents);
      return { ...state, holds, lots: moveLots(state, [], 1, holds), threshold };
    },
  },
});
