import { voucherIssued, type DataOf } from '@salvatempo/contracts';
import type { Projection } from '@salvatempo/messaging';

/** What a mail says of a voucher; kept from its issue, since later events carry ids alone. */
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
  place: (row) => ({ tenant: row.holderPersonId, order: row.voucherId, indexed: {} }),
};
