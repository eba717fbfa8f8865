import { planOpened, planPublished, type DataOf } from '@salvatempo/contracts';
import type { Projection } from '@salvatempo/messaging';

export interface PlanRow extends Omit<DataOf<typeof planOpened>, 'isDraft'> {
  /** `open` where a row says nothing: plans once had no drafts. */
  readonly status?: 'draft' | 'open';
  /** Published versions. */
  readonly versions?: number;
}

/** A firm's plans. */
export const planList: Projection<PlanRow> = {
  model: { name: 'benefits.plan-list', indexes: [] },
  prefix: 'pln',
  on: {
    [planOpened.type]: (_, event) => {
      const { isDraft, ...opened } = event.data as DataOf<typeof planOpened>;
      return { ...opened, ...(isDraft && { status: 'draft' as const }) };
    },
    [planPublished.type]: (row, event) => row && { ...row, status: 'open', versions: (event.data as DataOf<typeof planPublished>).number },
  },
  place: (row) => ({ tenant: row.firmId, order: row.planId, indexed: {} }),
};
