import { planOpened, type DataOf } from '@salvatempo/contracts';
import type { Projection } from '@salvatempo/messaging';

export type PlanRow = DataOf<typeof planOpened>;

/** A firm's plans. */
export const planList: Projection<PlanRow> = {
  model: { name: 'benefits.plan-list', indexes: [] },
  prefix: 'pln',
  on: { [planOpened.type]: (_, event) => event.data as PlanRow },
  place: (row) => ({ tenant: row.firmId, order: row.planId, indexed: {} }),
};
