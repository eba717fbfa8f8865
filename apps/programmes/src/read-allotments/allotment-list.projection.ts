import {
  allotmentAdmitted,
  allotmentEnded,
  allotmentGranted,
  allotmentRanked,
  allotmentRefused,
  allotmentRequested,
  incentiveHeld,
  incentivePaid,
  incentiveReleased,
  type DataOf,
  type Ending,
  type Envelope,
} from '@salvatempo/contracts';
import type { Projection } from '@salvatempo/messaging';
import type { AllotmentFigures } from '../domain/allotment';

export interface AllotmentRow extends AllotmentFigures {
  readonly allotmentId: string;
  readonly callId: string;
  readonly firmId: string;
  readonly status: 'pending' | 'admissible' | 'waiting' | 'granted' | 'refused' | Ending;
  readonly askedCents: number;
  readonly grantedCents: number;
  readonly code?: string;
  readonly place?: number;
  readonly ending?: { readonly reason: string; readonly recoverCents: number; readonly interestCents: number };
  readonly requestedAt: string;
}

const withFigures = (row: AllotmentRow | undefined, event: Envelope): AllotmentRow | undefined => {
  const { heldCents, paidCents, freeCents } = event.data as unknown as AllotmentFigures;
  return row && { ...row, heldCents, paidCents, freeCents };
};

/** Allotments by firm, newest application last. */
export const allotmentList: Projection<AllotmentRow> = {
  model: { name: 'programmes.allotment-list', indexes: ['callId'] },
  prefix: 'alt',
  on: {
    [allotmentRequested.type]: (_, event) => {
      const { callId, allotmentId, firmId, askedCents } = event.data as DataOf<typeof allotmentRequested>;
      return { callId, allotmentId, firmId, askedCents, status: 'pending', grantedCents: 0, heldCents: 0, paidCents: 0, freeCents: 0, requestedAt: event.time };
    },
    [allotmentAdmitted.type]: (row) => row && { ...row, status: 'admissible' },
    [allotmentRanked.type]: (row, event) => row && { ...row, status: 'waiting', place: (event.data as DataOf<typeof allotmentRanked>).ranked.place },
    [allotmentGranted.type]: (row, event) => {
      const { amountCents, facts } = event.data as DataOf<typeof allotmentGranted>;
      return row && { ...row, status: 'granted', grantedCents: amountCents, freeCents: amountCents, ...(facts?.ranked && { place: facts.ranked.place }) };
    },
    [allotmentRefused.type]: (row, event) => row && { ...row, status: 'refused', code: (event.data as DataOf<typeof allotmentRefused>).code },
    [allotmentEnded.type]: (row, event) => {
      const { how, reason, paidCents, recoverCents, interestCents } = event.data as DataOf<typeof allotmentEnded>;
      return row && { ...row, status: how, grantedCents: paidCents, heldCents: 0, paidCents, freeCents: 0, ending: { reason, recoverCents, interestCents } };
    },
    [incentiveHeld.type]: withFigures,
    [incentivePaid.type]: withFigures,
    [incentiveReleased.type]: withFigures,
  },
  place: (row) => ({ tenant: row.firmId, order: `${row.requestedAt}/${row.allotmentId}`, indexed: { callId: row.callId } }),
};
