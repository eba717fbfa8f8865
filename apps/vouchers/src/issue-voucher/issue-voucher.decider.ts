import { voucherIssued, voucherNotIssued, type DataOf } from '@salvatempo/contracts';
import { accept, NOTHING, slice } from '@salvatempo/kernel';
import type { Voucher, VoucherTerms } from '../domain/voucher';

/** Issues a voucher for its whole value to its named holder; one whose time is already over is not issued. */
export const issueVoucherSlice = slice<Voucher, VoucherTerms>({
  command: 'issue-voucher',
  decide(terms, state, { id, at }) {
    if (state.status !== 'absent') return NOTHING;
    const { purchaseId } = terms;
    if (terms.expiresAt <= at) return accept(voucherNotIssued.of({ voucherId: id, purchaseId, code: 'voucher-expired' }));
    return accept(voucherIssued.of({ ...terms, voucherId: id, issuedAt: at }));
  },
  evolve: {
    [voucherIssued.type]: (_: Voucher, issued: DataOf<typeof voucherIssued>): Voucher => ({ ...issued, status: 'issued' }),
  },
});
