import { creditPinned, creditRefused, pinCredit, type DataOf } from '@salvatempo/contracts';
import { accept, liveHold, NOTHING, slice, withPinned, type Decision } from '@salvatempo/kernel';
import type { Account } from '../domain/account';
import { expiredCredit } from '../domain/released-credit';

/** From here on only the process ends the hold, however long it takes. A hold that expired before can't be pinned any more. */
export const pinCreditSlice = slice<Account, DataOf<typeof pinCredit>>({
  command: pinCredit.type,
  decide({ purchaseId }, state, { id, at }): Decision {
    const hold = liveHold(state.holds, purchaseId, at);
    if (!hold) return accept(...expiredCredit(state, id, at).events, creditRefused.of({ accountId: id, purchaseId, code: 'hold-expired' }));
    return hold.pinned ? NOTHING : accept(creditPinned.of({ accountId: id, purchaseId, amountCents: hold.amountCents }));
  },
  evolve: {
    [creditPinned.type]: (state: Account, { purchaseId }: DataOf<typeof creditPinned>): Account => ({
      ...state,
      holds: withPinned(state.holds, purchaseId),
    }),
  },
});
