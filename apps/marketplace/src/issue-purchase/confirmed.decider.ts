import { purchaseConfirmed, type DataOf } from '@salvatempo/contracts';
import { accept, NOTHING, refuse, slice, type Decision } from '@salvatempo/kernel';
import { NO_SUCH_PURCHASE, TOO_EARLY, type Purchase, type Started } from '../domain/purchase';

/** The voucher is issued: the purchase is made. */
export const confirmedSlice = slice<Purchase, { readonly voucherId: string; readonly expiresAt: string }>({
  command: 'note-issued',
  decide({ voucherId, expiresAt }, state): Decision {
    if (state.status === 'absent') return refuse(NO_SUCH_PURCHASE);
    if (state.status === 'reserving' || state.status === 'pinning' || state.status === 'awaiting-transfer') return refuse(TOO_EARLY);
    if (state.status !== 'issuing') return NOTHING;
    const { purchaseId, personId } = state;
    return accept(purchaseConfirmed.of({ purchaseId, personId, voucherId, voucherExpiresAt: expiresAt }));
  },
  evolve: {
    [purchaseConfirmed.type]: (state: Purchase, { voucherId }: DataOf<typeof purchaseConfirmed>): Purchase => ({
      ...(state as Started),
      status: 'active',
      voucherId,
    }),
  },
});
