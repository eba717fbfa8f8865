import { proformaIssued, type DataOf } from '@salvatempo/contracts';
import type { Projection } from '@salvatempo/messaging';

export type ProformaRow = DataOf<typeof proformaIssued>;

/** A firm's pro-formas, oldest first. */
export const proformaList: Projection<ProformaRow> = {
  model: { name: 'benefits.proformas', indexes: [] },
  prefix: 'prf',
  on: { [proformaIssued.type]: (_, event) => event.data as ProformaRow },
  place: ({ firmId, ordinal }) => ({ tenant: firmId, order: String(ordinal).padStart(9, '0'), indexed: {} }),
};
