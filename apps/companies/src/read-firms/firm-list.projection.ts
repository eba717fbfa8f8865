import { firmChanged, firmRegistered, type DataOf } from '@salvatempo/contracts';
import type { Projection } from '@salvatempo/messaging';
import type { FirmFacts } from '../domain/firm';

/** A firm in a list; its name stays in its document. */
export interface FirmRow extends FirmFacts {
  readonly registeredAt: string;
  /** When the data were last declared; rows of an earlier program lack it. */
  readonly declaredAt?: string;
}

/** Firms of the territory, newest last. */
export const firmList: Projection<FirmRow> = {
  model: { name: 'companies.firm-list', indexes: [] },
  prefix: 'com',
  on: {
    [firmRegistered.type]: (_, event) => ({ ...(event.data as unknown as FirmFacts), registeredAt: event.time, declaredAt: event.time }),
    [firmChanged.type]: (row, event) => {
      const { declaredByPersonId: _, changed: _changed, ...facts } = event.data as DataOf<typeof firmChanged>;
      return row && { ...row, ...facts, declaredAt: event.time };
    },
  },
  place: (row) => ({ tenant: 'territory', order: `${row.registeredAt}/${row.firmId}`, indexed: {} }),
};
