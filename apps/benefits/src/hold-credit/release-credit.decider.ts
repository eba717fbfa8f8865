import { creditReleased, releaseCredit, type DataOf } from '@salvatempo/contracts';
import { accept, holdOf, NOTHING, PASS_DEADLINE, slice, type Decision, type Instant } from '@salvatempo/kernel';
import { figuresOf, type Account } from '../domain/account';
import { expiredCredit, releasedCredit, withoutCredit } from '../domain/released-credit';

/** Gives a hold back. Where there is none (any more), that is said too, so that the purchase can end. */
export const releaseCreditSlice = slice<Account, DataOf<typeof releaseCredit>>({
  command: releaseCredit.type,
  decide({ purchaseId }, state, { id, at }): Decision {
    const hold = holdOf(state.holds, purchaseId);
    if (hold) return accept(...releasedCredit(state, id, [hold], 'released', at).events);
    return accept(creditReleased.of({ accountId: id, purchaseId, amountCents: 0, lots: [], reason: 'released', ...figuresOf(state, at) }));
  },
  evolve: {
    [creditReleased.type]: (state: Account, { purchaseId }: DataOf<typeof creditReleased>): Account => {
      const hold = holdOf(state.holds, purchaseId);
      return hold ? withoutCredit(state, hold) : state;
    },
  },
});

/** Holds that nobody pinned in time end by the clock. */
export const expireHoldsSlice = slice<Account, { readonly deadlineAt: Instant }>({
  command: PASS_DEADLINE,
  decide(_, state, { id, at }): Decision {
    const { events } = expiredCredit(state, id, at);
    return events.length === 0 ? NOTHING : accept(...events);
  },
});
