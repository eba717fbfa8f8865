import { proformaCancelled, proformaIssued, type DataOf } from '@salvatempo/contracts';
import type { Projection } from '@salvatempo/messaging';

export type ProformaRow = DataOf<typeof proformaIssued> & { readonly isCancelled?: true };

/** A firm's pro-formas, oldest first. */
export const proformaList: Projection<ProformaRow> = {
  model: { name: 'benefits.proformas', indexes: [] },
  prefix: 'prf',
  on: {
    [proformaIssued.type]: (_, event) => event.data as ProformaRow,
    [proformaCancelled.type]: (row) => row && { ...row, isCancelled: true },
  },
  place: ({ firmId, ordinal }) => ({ tenant: firmId, order: String(ordinal).padStart(9, '0'), indexed: {} }),
};
