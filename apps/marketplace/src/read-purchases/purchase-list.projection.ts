import { purchaseRequested, type Envelope } from '@salvatempo/contracts';
import type { Slice } from '@salvatempo/kernel';
import type { Projection } from '@salvatempo/messaging';
import type { Purchase, Started } from '../domain/purchase';
import { refusedSlice } from '../hold-purchase/refused.decider';
import { heldSlice } from '../hold-purchase/held.decider';
import { pinnedSlice } from '../hold-purchase/pinned.decider';
import { payBackTransferSlice } from '../pay-back-transfer/paid-back.decider';
import { recordTransferSlice } from '../record-transfer/received.decider';
import { confirmedSlice } from '../issue-purchase/confirmed.decider';
import { requestPurchaseSlice } from '../request-purchase/request-purchase.decider';
import { endedSlice } from '../return-purchase/ended.decider';
import { releasedSlice } from '../return-purchase/released.decider';
import { fulfilledSlice } from '../settle-purchase/fulfilled.decider';
import { paidSlice } from '../settle-purchase/paid.decider';
import { redeemedSlice } from '../settle-purchase/redeemed.decider';

export type PurchaseRow = Started & { readonly requestedAt: string };

const slices: readonly Slice<Purchase>[] = [
  heldSlice,
  pinnedSlice,
  refusedSlice,
  recordTransferSlice,
  payBackTransferSlice,
  confirmedSlice,
  redeemedSlice,
  fulfilledSlice,
  paidSlice,
  endedSlice,
  releasedSlice,
];

type Change = (row: PurchaseRow | undefined, event: Envelope) => PurchaseRow | undefined;

export const requestedRow: Change = (_, event) => ({
  ...(requestPurchaseSlice.evolve![purchaseRequested.type]!({ status: 'absent' }, event.data as never) as Started),
  requestedAt: event.time,
});

/** A row follows its purchase: the same events change both in the same way. */
export const purchaseChanges: Readonly<Record<string, Change>> = Object.fromEntries(slices.flatMap((one) =>
  Object.entries(one.evolve ?? {}).map(([type, apply]): [string, Change] => [
    type,
    (row, event) => row && { ...(apply(row, event.data as never) as Started), requestedAt: row.requestedAt },
  ]),
));

/** A person's purchases, newest last. */
export const purchaseList: Projection<PurchaseRow> = {
  model: { name: 'marketplace.purchase-list', indexes: ['status'] },
  prefix: 'pur',
  on: { [purchaseRequested.type]: requestedRow, ...purchaseChanges },
  place: (row) => ({ tenant: row.personId, order: `${row.requestedAt}/${row.purchaseId}`, indexed: { status: row.status } }),
};
