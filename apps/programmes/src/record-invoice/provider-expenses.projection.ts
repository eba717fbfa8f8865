import type { Projection } from '@salvatempo/messaging';
import { expenseLines, type ExpenseRow } from '../dossier/expense-lines.projection';

/** The same purchases as a dossier's, by who did the work: what a provider has to bill. */
export const providerExpenses: Projection<ExpenseRow> = {
  model: { name: 'programmes.provider-expenses', indexes: [] },
  prefix: expenseLines.prefix,
  on: expenseLines.on,
  place: (row) => ({ tenant: row.providerId, order: `${row.requestedAt}/${row.purchaseId}`, indexed: {} }),
};
