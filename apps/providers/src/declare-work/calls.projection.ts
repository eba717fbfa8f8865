import { callOpened, type DataOf } from '@salvatempo/contracts';
import type { Projection } from '@salvatempo/messaging';

/** A call as far as a declaration of work asks. */
export interface CallRow {
  readonly callId: string;
  readonly title: string;
  readonly opensAt: string;
  readonly closesAt: string;
}

/** The calls that there are, kept from what programmes publishes. */
export const calls: Projection<CallRow> = {
  model: { name: 'providers.calls', indexes: [] },
  prefix: 'cal',
  on: {
    [callOpened.type]: (_, event) => {
      const { callId, terms: { title, opensAt, closesAt } } = event.data as DataOf<typeof callOpened>;
      return { callId, title, opensAt, closesAt };
    },
  },
  place: (row) => ({ tenant: row.callId, order: row.callId, indexed: {} }),
};
