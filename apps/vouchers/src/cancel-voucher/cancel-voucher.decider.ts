import { voucherCancelled, type DataOf } from '@salvatempo/contracts';
import { accept, refuse, slice } from '@salvatempo/kernel';
import { whyUnusable, type Issued, type Voucher } from '../domain/voucher';

export interface CancelVoucher {
  /** Who asks; only the holder may. */
  readonly personId: string;
  /** Firms whose administrator this person is: an owner's order receipt is cancelled by these too. */
  readonly firmIds: readonly string[];
}

/** Cancels a voucher before its use. What was held for it goes back where it came from, never to a bank account (V3). */
export const cancelVoucherSlice = slice<Voucher, CancelVoucher>({
  command: 'cancel-voucher',
  decide({ personId, firmIds }, state, { at }) {
    if (state.status === 'absent') return refuse('voucher-not-found');
    const forOwner = state.receipt === 'order' && firmIds.includes(state.firmId);
    if (state.holderPersonId !== personId && !forOwner) return refuse('voucher-not-holder');
    const why = whyUnusable(state, at);
    if (why) return why;
    const { voucherId, purchaseId, holderPersonId } = state;
    return accept(voucherCancelled.of({ voucherId, purchaseId, holderPersonId, cancelledAt: at }));
  },
  evolve: {
    [voucherCancelled.type]: (state: Voucher, { cancelledAt }: DataOf<typeof voucherCancelled>): Voucher => ({
      ...(state as Issued),
      status: 'cancelled',
      cancelledAt,
    }),
  },
});
