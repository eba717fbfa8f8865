import { employeeAdded, type DataOf } from '@salvatempo/contracts';
import type { Projection } from '@salvatempo/messaging';

export type FirmPersonRow = DataOf<typeof employeeAdded>;

/** Who works for a firm, by id alone; kept from what companies publishes. */
export const firmPeople: Projection<FirmPersonRow> = {
  model: { name: 'benefits.firm-people', indexes: [] },
  prefix: 'emp',
  on: { [employeeAdded.type]: (_, event) => event.data as FirmPersonRow },
  place: (row) => ({ tenant: row.firmId, order: row.employeeId, indexed: {} }),
};
