import { firmRegistered, type DataOf } from '@salvatempo/contracts';
import type { Projection } from '@salvatempo/messaging';

/** What calls look at in a firm. */
export interface FirmRow {
  readonly firmId: string;
  readonly employeesCount: number;
  readonly occupatiCount: number;
}

/** The firms' headcounts, kept from what companies publishes. */
export const firms: Projection<FirmRow> = {
  model: { name: 'programmes.firms', indexes: [] },
  prefix: 'com',
  on: {
    [firmRegistered.type]: (_, event) => {
      const { firmId, employeesCount, occupatiCount } = event.data as DataOf<typeof firmRegistered>;
      return { firmId, employeesCount, occupatiCount };
    },
  },
  place: (row) => ({ tenant: row.firmId, order: row.firmId, indexed: {} }),
};
