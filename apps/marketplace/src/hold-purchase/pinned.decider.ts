import { purchaseStepPinned, type DataOf, type Holding } from '@salvatempo/contracts';
import { accept, NOTHING, refuse, slice, type Decision } from '@salvatempo/kernel';
import { allAre, needsTransfer, NO_SUCH_PURCHASE, TOO_EARLY, withHolding, type Purchase, type Started } from '../domain/purchase';
import { voucherFor } from '../domain/voucher-order';

/** Something is pinned; once everything is, the voucher is issued, or the owner's transfer awaited. */
export const pinnedSlice = slice<Purchase, { readonly holding: Holding }>({
  command: 'note-pinned',
  decide({ holding }, state): Decision {
    if (state.status === 'absent') return refuse(NO_SUCH_PURCHASE);
    if (state.status === 'reserving') return refuse(TOO_EARLY);
    if (state.status !== 'pinning' || state.holdings[holding] !== 'held') return NOTHING;
    const pinned = accept(purchaseStepPinned.of({ purchaseId: state.purchaseId, holding }));
    return allAre(state, 'pinned', holding) && !needsTransfer(state) ? { ...pinned, commands: [voucherFor(state, state.voucherExpiresAt!)] } : pinned;
  },
  evolve: {
    [purchaseStepPinned.type]: (state: Purchase, { holding }: DataOf<typeof purchaseStepPinned>): Purchase => {
      const next = withHolding(state as Started, holding, 'pinned');
      if (!allAre(next, 'pinned', holding)) return next;
      return { ...next, status: needsTransfer(next) ? 'awaiting-transfer' : 'issuing' };
    },
  },
});
