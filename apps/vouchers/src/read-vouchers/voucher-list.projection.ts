import { termsIn, voucherCancelled, voucherExpired, voucherIssued, voucherRedeemed, type DataOf, type Envelope } from '@salvatempo/contracts';
import type { Projection } from '@salvatempo/messaging';

/** A voucher in a list. The holder sees their own; the provider those redeemed with it. */
export interface VoucherRow extends DataOf<typeof voucherIssued> {
  readonly status: 'issued' | 'redeemed' | 'cancelled' | 'expired';
  /** When it left `issued`. */
  readonly endedAt?: string;
}

const end =
  (status: VoucherRow['status']) =>
  (row: VoucherRow | undefined, event: Envelope): VoucherRow | undefined =>
    row && { ...row, status, endedAt: event.time };

/** Vouchers by holder, newest last. */
export const voucherList: Projection<VoucherRow> = {
  model: { name: 'vouchers.voucher-list', indexes: ['providerId', 'status'] },
  prefix: 'vou',
  on: {
    [voucherIssued.type]: (_, event) => ({ ...(event.data as DataOf<typeof voucherIssued>), status: 'issued' }),
    [voucherRedeemed.type]: end('redeemed'),
    [voucherCancelled.type]: end('cancelled'),
    [voucherExpired.type]: end('expired'),
  },
  otherwise: (row, event) => ({ ...row, ...termsIn(event.data) }),
  place: (row) => ({
    tenant: row.holderPersonId,
    order: `${row.issuedAt}/${row.voucherId}`,
    indexed: { providerId: row.providerId, status: row.status },
  }),
};
