import { firmRegistered } from '@salvatempo/contracts';
import type { Projection } from '@salvatempo/messaging';
import type { FirmFacts } from '../domain/firm';

/** A firm in a list; its name stays in its document. */
export interface FirmRow extends FirmFacts {
  readonly registeredAt: string;
}

/** Firms of the territory, newest last. */
export const firmList: Projection<FirmRow> = {
  model: { name: 'companies.firm-list', indexes: [] },
  prefix: 'com',
  on: { [firmRegistered.type]: (_, event) => ({ ...(event.data as unknown as FirmFacts), registeredAt: event.time }) },
  place: (row) => ({ tenant: 'territory', order: `${row.registeredAt}/${row.firmId}`, indexed: {} }),
};
