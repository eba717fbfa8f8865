import { firmChanged, firmRegistered, type DataOf, type Envelope } from '@salvatempo/contracts';
import type { Projection } from '@salvatempo/messaging';

export interface FirmOwnerRow {
  readonly firmId: string;
  /** The person of the owner's declared codice fiscale. */
  readonly beneficiaryPersonId: string;
}

const declared = (row: FirmOwnerRow | undefined, event: Envelope): FirmOwnerRow | undefined => {
  const { firmId, beneficiaryPersonId } = event.data as DataOf<typeof firmChanged>;
  return beneficiaryPersonId === undefined ? row : { firmId, beneficiaryPersonId };
};

/** Who each firm declared as its owner; kept from what companies publishes. A firm that declared none isn't here. */
export const firmOwners: Projection<FirmOwnerRow> = {
  model: { name: 'marketplace.firm-owners', indexes: [] },
  prefix: 'com',
  on: { [firmRegistered.type]: declared, [firmChanged.type]: declared },
  place: (row) => ({ tenant: row.firmId, order: row.firmId, indexed: {} }),
};
