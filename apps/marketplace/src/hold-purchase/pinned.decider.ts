import { issueVoucher, purchaseStepPinned, type DataOf, type Holding } from '@salvatempo/contracts';
import { accept, NOTHING, refuse, slice, type Decision } from '@salvatempo/kernel';
import { allAre, NO_SUCH_PURCHASE, TOO_EARLY, withHolding, type Purchase, type Started } from '../domain/purchase';

/** Something is pinned; once everything is, the voucher is issued. */
export const pinnedSlice = slice<Purchase, { readonly holding: Holding }>({
  command: 'note-pinned',
  decide({ holding }, state): Decision {
    if (state.status === 'absent') return refuse(NO_SUCH_PURCHASE);
    if (state.status === 'reserving') return refuse(TOO_EARLY);
    if (state.status !== 'pinning' || state.holdings[holding] !== 'held') return NOTHING;
    const pinned = accept(purchaseStepPinned.of({ purchaseId: state.purchaseId, holding }));
    return allAre(state, 'pinned', holding) ? { ...pinned, commands: [voucherFor(state)] } : pinned;
  },
  evolve: {
    [purchaseStepPinned.type]: (state: Purchase, { holding }: DataOf<typeof purchaseStepPinned>): Purchase => {
      const next = withHolding(state as Started, holding, 'pinned');
      return allAre(next, 'pinned', holding) ? { ...next, status: 'issuing' } : next;
    },
  },
});

const voucherFor = (state: Started): ReturnType<typeof issueVoucher.to> =>
  issueVoucher.to(state.purchaseId, {
    purchaseId: state.purchaseId,
    holderPersonId: state.personId,
    firmId: state.firmId,
    providerId: state.providerId,
    offerId: state.offerId,
    title: state.title,
    valueCents: state.totalCents,
    taxLetter: state.taxLetter,
    expiresAt: state.voucherExpiresAt,
  });
