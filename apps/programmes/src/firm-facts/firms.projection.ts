import { firmRegistered, type DataOf } from '@salvatempo/contracts';
import type { Instant } from '@salvatempo/kernel';
import type { Projection } from '@salvatempo/messaging';

/** What calls look at in a firm. */
export interface FirmRow {
  readonly firmId: string;
  readonly employeesCount: number;
  readonly occupatiCount: number;
  readonly sector?: string;
  readonly municipality?: string;
  /** When the firm declared all of this. */
  readonly declaredAt?: Instant;
}

/** What each firm declared of itself, kept from what companies publishes. */
export const firms: Projection<FirmRow> = {
  model: { name: 'programmes.firms', indexes: [] },
  prefix: 'com',
  on: {
    [firmRegistered.type]: (_, event) => {
      const { firmId, employeesCount, occupatiCount, sector, municipality } = event.data as DataOf<typeof firmRegistered>;
      return { firmId, employeesCount, occupatiCount, sector, municipality, declaredAt: event.time };
    },
  },
  place: (row) => ({ tenant: row.firmId, order: row.firmId, indexed: {} }),
};
