import { residueSettled, type DataOf } from '@salvatempo/contracts';
import { romeDate, type Cents } from '@salvatempo/kernel';
import type { Projection } from '@salvatempo/messaging';

interface ResidueSum extends Pick<DataOf<typeof residueSettled>, 'planId' | 'policy'> {
  /** `YYYY-MM` in Rome. */
  readonly month: string;
  readonly amountCents: Cents;
}

/** What became of credit that was left on an account, by month, plan and policy. */
export interface ResidueRow {
  readonly accountId: string;
  readonly firmId: string;
  readonly personId: string;
  readonly sums: readonly ResidueSum[];
}

/** Older ones are in the journal alone. */
const MAX_SUMS = 120;

export const residues: Projection<ResidueRow> = {
  model: { name: 'benefits.residues', indexes: [] },
  prefix: 'acc',
  isSparse: true,
  on: {
    [residueSettled.type]: (row, event) => {
      const { accountId, firmId, personId, planId, policy, amountCents } = event.data as DataOf<typeof residueSettled>;
      const month = romeDate(event.time).slice(0, 'YYYY-MM'.length);
      const before = (row?.sums ?? []).find((sum) => sum.month === month && sum.planId === planId && sum.policy === policy);
      const sum = { month, planId, policy, amountCents: amountCents + (before?.amountCents ?? 0) };
      return { accountId, firmId, personId, sums: [...(row?.sums ?? []).filter((one) => one !== before), sum].slice(-MAX_SUMS) };
    },
  },
  place: ({ firmId, accountId }) => ({ tenant: firmId, order: accountId, indexed: {} }),
};
