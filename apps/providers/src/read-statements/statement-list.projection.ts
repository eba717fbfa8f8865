import { statementEntryAdded, type DataOf } from '@salvatempo/contracts';
import type { Projection } from '@salvatempo/messaging';

export interface StatementRow {
  readonly statementId: string;
  readonly providerId: string;
  readonly month: string;
  readonly dueCents: number;
  readonly entries: number;
}

/** Statements by provider, newest month last. */
export const statementList: Projection<StatementRow> = {
  model: { name: 'providers.statement-list', indexes: [] },
  prefix: 'sta',
  on: {
    [statementEntryAdded.type]: (row, event) => {
      const { statementId, providerId, month, dueCents } = event.data as DataOf<typeof statementEntryAdded>;
      return { statementId, providerId, month, dueCents, entries: (row?.entries ?? 0) + 1 };
    },
  },
  place: (row) => ({ tenant: row.providerId, order: `${row.month}/${row.statementId}`, indexed: {} }),
};
