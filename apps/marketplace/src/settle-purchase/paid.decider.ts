import { purchaseSettled, purchaseStepPaid, type DataOf, type Holding } from '@salvatempo/contracts';
import { accept, NOTHING, refuse, slice, type Decision } from '@salvatempo/kernel';
import { allAre, NO_SUCH_PURCHASE, withHolding, type Purchase, type Started } from '../domain/purchase';

/** One part is paid; once all are, the purchase is settled and the provider's statement grows. */
export const paidSlice = slice<Purchase, { readonly holding: Holding }>({
  command: 'note-paid',
  decide({ holding }, state, { at }): Decision {
    if (state.status === 'absent') return refuse(NO_SUCH_PURCHASE);
    if (state.status !== 'settling' || state.holdings[holding] !== 'pinned') return NOTHING;
    const { purchaseId, providerId, totalCents, incentiveCents, creditCents, own } = state;
    const paid = purchaseStepPaid.of({ purchaseId, holding });
    if (!allAre(state, 'paid', holding)) return accept(paid);
    return accept(paid, purchaseSettled.of({ purchaseId, providerId, totalCents, incentiveCents, creditCents, ...(own && { ownCents: own.amountCents }), settledAt: at }));
  },
  evolve: {
    [purchaseStepPaid.type]: (state: Purchase, { holding }: DataOf<typeof purchaseStepPaid>): Purchase =>
      withHolding(state as Started, holding, 'paid'),
    [purchaseSettled.type]: (state: Purchase): Purchase => ({ ...(state as Started), status: 'settled' }),
  },
});
