import { purchaseConfirmed, purchaseEnded, purchaseFulfilled, purchaseRedeemed, purchaseRefused, purchaseRequested, purchaseSettled, type DataOf, type Envelope } from '@salvatempo/contracts';
import type { Instant } from '@salvatempo/kernel';
import type { Projection } from '@salvatempo/messaging';
import type { Spending, SpendingStage } from '../domain/spending';

/** One purchase that a call pays a part of. */
export interface ExpenseRow extends Spending {
  readonly callId: string;
  readonly allotmentId: string;
  readonly requestedAt: Instant;
}

type Change = (row: ExpenseRow | undefined, event: Envelope) => ExpenseRow | undefined;
const stage = (reached: SpendingStage, more: (event: Envelope) => Partial<ExpenseRow> = () => ({})): Change => (row, event) => row && { ...row, stage: reached, ...more(event) };

/** What the purchases of each call cost and how far they are; one without an incentive is nobody's expense here. */
export const expenseLines: Projection<ExpenseRow> = {
  model: { name: 'programmes.expense-lines', indexes: [] },
  prefix: 'pur',
  on: {
    [purchaseRequested.type]: (_, event) => {
      const { purchaseId, callId, allotmentId, firmId, personId, providerId, title, totalCents, incentiveCents, creditCents, own, quotedOn } = event.data as DataOf<typeof purchaseRequested>;
      if (callId === undefined || allotmentId === undefined || incentiveCents === 0) return undefined;
      const amounts = { totalCents, incentiveCents, creditCents, ...(own && { ownCents: own.amountCents }) };
      return { purchaseId, callId, allotmentId, firmId, personId, providerId, title, ...(quotedOn && { serviceCode: quotedOn.serviceCode }), ...amounts, stage: 'requested', requestedAt: event.time };
    },
    [purchaseConfirmed.type]: stage('issued', ({ data }) => ({ voucherId: (data as DataOf<typeof purchaseConfirmed>).voucherId })),
    [purchaseRedeemed.type]: stage('redeemed'),
    [purchaseFulfilled.type]: stage('fulfilled', ({ data }) => ({ fulfilledAt: (data as DataOf<typeof purchaseFulfilled>).completedAt })),
    [purchaseSettled.type]: stage('paid', ({ data }) => ({ paidAt: (data as DataOf<typeof purchaseSettled>).settledAt })),
    [purchaseRefused.type]: stage('none'),
    [purchaseEnded.type]: stage('none'),
  },
  place: (row) => ({ tenant: row.callId, order: `${row.requestedAt}/${row.purchaseId}`, indexed: {} }),
};
