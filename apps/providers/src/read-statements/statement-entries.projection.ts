import { purchaseSettled, type DataOf } from '@salvatempo/contracts';
import type { Projection } from '@salvatempo/messaging';
import { monthOf } from '../domain/statement';

export interface StatementEntryRow {
  readonly purchaseId: string;
  readonly providerId: string;
  readonly month: string;
  readonly amountCents: number;
  readonly settledAt: string;
}

/** The settled purchases of each statement, oldest first: one row for each purchase, so that none is a growing document. */
export const statementEntries: Projection<StatementEntryRow> = {
  model: { name: 'providers.statement-entries', indexes: ['month'] },
  prefix: 'pur',
  on: {
    [purchaseSettled.type]: (_, event) => {
      const { purchaseId, providerId, totalCents, settledAt } = event.data as DataOf<typeof purchaseSettled>;
      return { purchaseId, providerId, month: monthOf(settledAt), amountCents: totalCents, settledAt };
    },
  },
  place: (row) => ({ tenant: row.providerId, order: `${row.settledAt}/${row.purchaseId}`, indexed: { month: row.month } }),
};
