import { intermediaryRegistered, type DataOf } from '@salvatempo/contracts';
import type { Projection } from '@salvatempo/messaging';

/** An adviser's office or association in a list; its name stays in its document. */
export interface IntermediaryRow extends DataOf<typeof intermediaryRegistered> {
  readonly registeredAt: string;
}

/** Advisers and associations of the territory, newest last. */
export const intermediaryList: Projection<IntermediaryRow> = {
  model: { name: 'companies.intermediary-list', indexes: [] },
  prefix: 'itm',
  on: { [intermediaryRegistered.type]: (_, event) => ({ ...(event.data as DataOf<typeof intermediaryRegistered>), registeredAt: event.time }) },
  place: (row) => ({ tenant: 'territory', order: `${row.registeredAt}/${row.intermediaryId}`, indexed: {} }),
};
