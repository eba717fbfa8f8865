import { allotmentEnded, allotmentGranted, incentiveHeld, incentivePaid, incentiveReleased, type CallTerms, type DataOf, type Envelope } from '@salvatempo/contracts';
import type { Projection } from '@salvatempo/messaging';

export interface AllotmentRow {
  readonly allotmentId: string;
  readonly callId: string;
  readonly firmId: string;
  readonly terms: CallTerms;
  readonly freeCents: number;
  /** Belfiore code of the firm's seat when it was granted. */
  readonly municipality?: string;
}

const free = (row: AllotmentRow | undefined, event: Envelope): AllotmentRow | undefined =>
  row && { ...row, freeCents: (event.data as { freeCents: number }).freeCents };

/** What each firm's allotments have left, as far as is known here; the allotment itself decides. */
export const allotments: Projection<AllotmentRow> = {
  model: { name: 'marketplace.allotments', indexes: ['callId'] },
  prefix: 'alt',
  on: {
    [allotmentGranted.type]: (_, event) => {
      const { allotmentId, callId, firmId, terms, amountCents, facts } = event.data as DataOf<typeof allotmentGranted>;
      return { allotmentId, callId, firmId, terms, freeCents: amountCents, ...(facts?.municipality !== undefined && { municipality: facts.municipality }) };
    },
    [allotmentEnded.type]: (row) => row && { ...row, freeCents: 0 },
    [incentiveHeld.type]: free,
    [incentivePaid.type]: free,
    [incentiveReleased.type]: free,
  },
  place: (row) => ({ tenant: row.firmId, order: `${row.terms.closesAt}/${row.allotmentId}`, indexed: { callId: row.callId } }),
};
