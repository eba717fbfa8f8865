import { voucherExpired } from '@salvatempo/contracts';
import { accept, NOTHING, PASS_DEADLINE, slice } from '@salvatempo/kernel';
import type { Issued, Voucher } from '../domain/voucher';

/** Ends a voucher that wasn't used by its last instant. */
export const expireVoucherSlice = slice<Voucher, { readonly deadlineAt: string }>({
  command: PASS_DEADLINE,
  decide(_, state, { at }) {
    if (state.status !== 'issued' || at < state.expiresAt) return NOTHING;
    const { voucherId, purchaseId, holderPersonId } = state;
    return accept(voucherExpired.of({ voucherId, purchaseId, holderPersonId, expiredAt: at }));
  },
  evolve: {
    [voucherExpired.type]: (state: Voucher): Voucher => ({ ...(state as Issued), status: 'expired' }),
  },
});
