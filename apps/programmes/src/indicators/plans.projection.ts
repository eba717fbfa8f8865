import { planOpened, type DataOf } from '@salvatempo/contracts';
import type { Instant } from '@salvatempo/kernel';
import type { Projection } from '@salvatempo/messaging';

export interface PlanRow {
  readonly planId: string;
  readonly firmId: string;
  readonly openedAt: Instant;
}

/** Welfare plans, by the firm that opened them. */
export const plans: Projection<PlanRow> = {
  model: { name: 'programmes.plans', indexes: [] },
  prefix: 'pln',
  on: {
    [planOpened.type]: (_, event) => {
      const { planId, firmId } = event.data as DataOf<typeof planOpened>;
      return { planId, firmId, openedAt: event.time };
    },
  },
  place: (row) => ({ tenant: row.firmId, order: `${row.openedAt}/${row.planId}`, indexed: {} }),
};
