import { employeeAdded, type DataOf } from '@salvatempo/contracts';
import type { Projection } from '@salvatempo/messaging';

export interface FirmPersonRow extends DataOf<typeof employeeAdded> {
  readonly addedAt: string;
}

/** Who works for a firm, by id alone; kept from what companies publishes. */
export const firmPeople: Projection<FirmPersonRow> = {
  model: { name: 'identity.firm-people', indexes: [] },
  prefix: 'emp',
  on: { [employeeAdded.type]: (_, event) => ({ ...(event.data as DataOf<typeof employeeAdded>), addedAt: event.time }) },
  place: (row) => ({ tenant: row.firmId, order: `${row.addedAt}/${row.employeeId}`, indexed: {} }),
};
