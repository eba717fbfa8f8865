import { creditPinned, creditRefused, pinCredit, type DataOf } from '@salvatempo/contracts';
import { accept, NOTHING, slice, type Decision } from '@salvatempo/kernel';
import type { Account } from '../domain/account';

/** From here on only the process ends the hold, however long it takes. A hold that expired before can't be pinned any more. */
export const pinCreditSlice = slice<Account, DataOf<typeof pinCredit>>({
  command: pinCredit.type,
  decide({ purchaseId }, state, { id, at }): Decision {
    const hold = state.holds.find((candidate) => candidate.id === purchaseId);
    if (!hold || (!hold.pinned && hold.expiresAt <= at)) return accept(creditRefused.of({ accountId: id, purchaseId, code: 'hold-expired' }));
    return hold.pinned ? NOTHING : accept(creditPinned.of({ accountId: id, purchaseId, amountCents: hold.amountCents }));
  },
  evolve: {
    [creditPinned.type]: (state: Account, { purchaseId }: DataOf<typeof creditPinned>): Account => ({
      ...state,
      holds: state.holds.map((hold) => (hold.id === purchaseId ? { ...hold, pinned: true } : hold)),
    }),
  },
});
