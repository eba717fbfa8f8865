import { termsIn, voucherIssued, type DataOf } from '@salvatempo/contracts';
import type { Projection } from '@salvatempo/messaging';

/** What a mail says of a voucher; kept from its issue, since later events carry ids and what they change alone. */
export type VoucherFacts = Pick<DataOf<typeof voucherIssued>, 'voucherId' | 'holderPersonId' | 'firmId' | 'providerId' | 'title' | 'valueCents' | 'expiresAt'>;

export const voucherFacts: Projection<VoucherFacts> = {
  model: { name: 'identity.voucher-facts', indexes: [] },
  prefix: 'vou',
  on: {
    [voucherIssued.type]: (_, event) => {
      const { voucherId, holderPersonId, firmId, providerId, title, valueCents, expiresAt } = event.data as DataOf<typeof voucherIssued>;
      return { voucherId, holderPersonId, firmId, providerId, title, valueCents, expiresAt };
    },
  },
  otherwise: (row, event) => {
    const { title = row.title, expiresAt = row.expiresAt } = termsIn(event.data);
    return { ...row, title, expiresAt };
  },
  place: (row) => ({ tenant: row.holderPersonId, order: row.voucherId, indexed: {} }),
};
