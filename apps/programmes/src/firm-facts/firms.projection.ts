import { firmChanged, firmRegistered, type DataOf, type Envelope } from '@salvatempo/contracts';
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
  /** The owner, where the firm declared one, for the numbers that a funder asks for. */
  readonly beneficiaryPersonId?: string;
  readonly beneficiarySex?: 'female' | 'male';
}

/** The whole of what a firm declared. An application is judged by what is known when it is taken, and its decision keeps that. */
function declared({ data, time }: Envelope): FirmRow {
  const { firmId, employeesCount, occupatiCount, sector, municipality, beneficiaryPersonId, beneficiarySex } = data as DataOf<typeof firmRegistered>;
  return { firmId, employeesCount, occupatiCount, sector, municipality, declaredAt: time, ...(beneficiaryPersonId !== undefined && { beneficiaryPersonId }), ...(beneficiarySex && { beneficiarySex }) };
}

/** What each firm declared of itself last, kept from what companies publishes. */
export const firms: Projection<FirmRow> = {
  model: { name: 'programmes.firms', indexes: [] },
  prefix: 'com',
  on: {
    [firmRegistered.type]: (_, event) => declared(event),
    [firmChanged.type]: (_, event) => declared(event),
  },
  place: (row) => ({ tenant: row.firmId, order: row.firmId, indexed: {} }),
};
