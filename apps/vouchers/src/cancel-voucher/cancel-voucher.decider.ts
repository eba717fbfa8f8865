import { voucherCancelled, type DataOf } from '@salvatempo/contracts';
import { accept, refuse, slice } from '@salvatempo/kernel';
import { whyUnusable, type Issued, type Voucher } from '../domain/voucher';

export interface CancelVoucher {
  /** Who asks; only the holder may. */
  readonly personId: string;
}

/** Cancels a voucher before its use. What was held for it goes back where it came from, never to a bank account (V3). */
export const cancelVoucherSlice = slice<Voucher, CancelVoucher>({
  command: 'cancel-voucher',
  decide({ personId }, state, { at }) {
    if (state.status === 'absent') return refuse('voucher-not-found');
    if (state.holderPersonId !== personId) return refuse('voucher-not-holder');
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
