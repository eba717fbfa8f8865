import { mandateEnded, mandateGiven, type DataOf } from '@salvatempo/contracts';
import type { Projection } from '@salvatempo/messaging';
import type { MandateFacts } from '../domain/mandate';

/** The latest mandate between a firm and an adviser or association. */
export interface MandateRow extends MandateFacts {
  readonly endsOn?: string;
  /** When there was a first one between these two. */
  readonly firstGivenAt: string;
}

/** How a mandate's row follows from its events, whoever the row is for. */
export const mandateRowOn: Projection<MandateRow>['on'] = {
  [mandateGiven.type]: (row, event) => ({ ...(event.data as DataOf<typeof mandateGiven>), firstGivenAt: row?.firstGivenAt ?? event.time }),
  [mandateEnded.type]: (row, event) => row && { ...row, endsOn: (event.data as DataOf<typeof mandateEnded>).endsOn },
};

/** A firm's mandates, newest last. */
export const mandatesOfFirm: Projection<MandateRow> = {
  model: { name: 'companies.mandates-of-firm', indexes: [] },
  prefix: 'mnd',
  on: mandateRowOn,
  place: (row) => ({ tenant: row.firmId, order: `${row.firstGivenAt}/${row.mandateId}`, indexed: {} }),
};
