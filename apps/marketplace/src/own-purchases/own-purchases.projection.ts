import { purchaseRequested } from '@salvatempo/contracts';
import type { Projection } from '@salvatempo/messaging';
import { purchaseChanges, requestedRow, type PurchaseRow } from '../read-purchases/purchase-list.projection';

/** What an officer has to do with an owner's transfer; `none` where nothing. */
export type TransferTask = 'awaited' | 'owed-back' | 'none';

const taskOf = ({ status, transfers }: PurchaseRow): TransferTask => {
  if (status === 'awaiting-transfer') return 'awaited';
  return (transfers?.owedBackCents ?? 0) > 0 ? 'owed-back' : 'none';
};

/** What owners bought for themselves, by firm, newest last. */
export const ownPurchases: Projection<PurchaseRow> = {
  model: { name: 'marketplace.own-purchases', indexes: ['task', 'reference'] },
  prefix: 'pur',
  on: {
    [purchaseRequested.type]: (row, event) => {
      const requested = requestedRow(row, event);
      return requested?.own ? requested : undefined;
    },
    ...purchaseChanges,
  },
  place: (row) => ({ tenant: row.firmId, order: `${row.requestedAt}/${row.purchaseId}`, indexed: { task: taskOf(row), reference: row.own!.reference } }),
};
