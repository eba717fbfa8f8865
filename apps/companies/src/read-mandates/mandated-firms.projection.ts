import type { Projection } from '@salvatempo/messaging';
import { mandateRowOn, type MandateRow } from '../give-mandate/mandates-of-firm.projection';

/** The mandates of one adviser's office or association, newest last. */
export const mandatedFirms: Projection<MandateRow> = {
  model: { name: 'companies.mandated-firms', indexes: [] },
  prefix: 'mnd',
  on: mandateRowOn,
  place: (row) => ({ tenant: row.intermediaryId, order: `${row.firstGivenAt}/${row.mandateId}`, indexed: {} }),
};
