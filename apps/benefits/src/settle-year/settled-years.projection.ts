import { yearSettled, type DataOf } from '@salvatempo/contracts';
import type { Projection } from '@salvatempo/messaging';

/** What a person's account comes to in the tax years that were settled: what payroll has to know. */
export interface SettledAccountRow {
  readonly accountId: string;
  readonly firmId: string;
  readonly personId: string;
  readonly years: readonly Omit<DataOf<typeof yearSettled>, 'accountId' | 'firmId' | 'personId'>[];
}

export const settledYears: Projection<SettledAccountRow> = {
  model: { name: 'benefits.settled-years', indexes: [] },
  prefix: 'acc',
  isSparse: true,
  on: {
    [yearSettled.type]: (row, event) => {
      const { accountId, firmId, personId, ...year } = event.data as unknown as DataOf<typeof yearSettled>;
      const others = (row?.years ?? []).filter(({ taxYear }) => taxYear !== year.taxYear);
      return { accountId, firmId, personId, years: [...others, year].sort((a, b) => b.taxYear - a.taxYear) };
    },
  },
  place: (row) => ({ tenant: row.firmId, order: row.accountId, indexed: {} }),
};
