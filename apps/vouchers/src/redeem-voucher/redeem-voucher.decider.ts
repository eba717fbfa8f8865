import { voucherRedeemed, type DataOf } from '@salvatempo/contracts';
import { accept, refuse, slice } from '@salvatempo/kernel';
import { whyUnusable, type Issued, type Voucher } from '../domain/voucher';

export interface RedeemVoucher {
  /** Provider in whose name it is redeemed. */
  readonly providerId: string;
  /** Person whose codice fiscale was shown. */
  readonly holderPersonId: string;
  /** Person at the provider's who redeems. */
  readonly redeemedBy: string;
}

/** Redeems a voucher once, whole, at its provider, for its named holder (V1, V2, V4). */
export const redeemVoucherSlice = slice<Voucher, RedeemVoucher>({
  command: 'redeem-voucher',
  decide({ providerId, holderPersonId, redeemedBy }, state, { at }) {
    if (state.status === 'absent') return refuse('voucher-not-found');
    if (state.providerId !== providerId) return refuse('voucher-wrong-provider');
    if (state.holderPersonId !== holderPersonId) return refuse('voucher-wrong-holder');
    const why = whyUnusable(state, at);
    if (why) return why;
    const { voucherId, purchaseId, offerId, valueCents } = state;
    return accept(voucherRedeemed.of({ voucherId, purchaseId, holderPersonId, providerId, offerId, valueCents, redeemedAt: at, redeemedBy }));
  },
  evolve: {
    [voucherRedeemed.type]: (state: Voucher, { redeemedAt }: DataOf<typeof voucherRedeemed>): Voucher => ({
      ...(state as Issued),
      status: 'redeemed',
      redeemedAt,
    }),
  },
});
