import {
  allotmentAdmitted,
  allotmentEnded,
  allotmentGranted,
  allotmentPaid,
  allotmentRanked,
  allotmentRefused,
  allotmentRecovered,
  allotmentReported,
  allotmentRequested,
  allotmentVerified,
  incentiveHeld,
  incentivePaid,
  incentiveReleased,
  type DataOf,
  type Ending,
  type Envelope,
  type InterestRule,
} from '@salvatempo/contracts';
import { formatEuro } from '@salvatempo/kernel';
import type { Projection } from '@salvatempo/messaging';
import type { AllotmentFigures, Report } from '../domain/allotment';

/** A state that an application came to. */
export interface StateChange {
  readonly status: 'submitted' | 'admissible' | 'aid-checked' | 'ranked' | 'granted' | 'refused' | 'repaid' | Ending | Report['stage'];
  readonly at: string;
  /** Whose decision it was; the call's are made by its rules. */
  readonly role: 'firm' | 'operator' | 'call';
  /** The person, where recorded. */
  readonly by?: string;
  /** A text, of a refusal its code. */
  readonly reason?: string;
}

export interface AllotmentRow extends AllotmentFigures {
  readonly allotmentId: string;
  readonly callId: string;
  readonly firmId: string;
  readonly status: 'pending' | 'admissible' | 'waiting' | 'granted' | 'refused' | Ending | Report['stage'];
  readonly askedCents: number;
  readonly grantedCents: number;
  readonly code?: string;
  readonly place?: number;
  readonly ending?: { readonly reason: string; readonly recoverCents: number; readonly interestCents: number; readonly interestRule?: InterestRule };
  readonly report?: Omit<Report, 'stage'>;
  /** Each change of its state, in their order; of a row from before they were kept, those since. */
  readonly history?: readonly StateChange[];
  readonly requestedAt: string;
}

const withFigures = (row: AllotmentRow | undefined, event: Envelope): AllotmentRow | undefined => {
  const { heldCents, paidCents, freeCents } = event.data as unknown as AllotmentFigures;
  return row && { ...row, heldCents, paidCents, freeCents };
};

const came = (row: AllotmentRow, { time: at }: Envelope, status: StateChange['status'], role: StateChange['role'], { reason, by }: { readonly reason?: string; readonly by?: string | undefined } = {}): AllotmentRow => ({
  ...row,
  history: [...(row.history ?? []), { status, at, role, ...(by !== undefined && { by }), ...(reason !== undefined && { reason }) }],
});

/** Allotments by firm, newest application last. */
export const allotmentList: Projection<AllotmentRow> = {
  model: { name: 'programmes.allotment-list', indexes: ['callId'] },
  prefix: 'alt',
  on: {
    [allotmentRequested.type]: (_, event) => {
      const { callId, allotmentId, firmId, askedCents } = event.data as DataOf<typeof allotmentRequested>;
      const history: StateChange[] = [{ status: 'submitted', at: event.time, role: 'firm' }];
      return { callId, allotmentId, firmId, askedCents, status: 'pending', grantedCents: 0, heldCents: 0, paidCents: 0, freeCents: 0, requestedAt: event.time, history };
    },
    [allotmentAdmitted.type]: (row, event) => row && came({ ...row, status: 'admissible' }, event, 'admissible', 'call'),
    [allotmentRanked.type]: (row, event) => row && came({ ...row, status: 'waiting', place: (event.data as DataOf<typeof allotmentRanked>).ranked.place }, event, 'ranked', 'call'),
    [allotmentGranted.type]: (row, event) => {
      const { amountCents, facts, cor } = event.data as DataOf<typeof allotmentGranted>;
      if (!row) return undefined;
      const checked = cor === undefined ? row : came(row, event, 'aid-checked', 'call', { reason: `COR ${cor}` });
      const granted: AllotmentRow = { ...checked, status: 'granted', grantedCents: amountCents, freeCents: amountCents, ...(facts?.ranked && { place: facts.ranked.place }) };
      return came(granted, event, 'granted', 'call');
    },
    [allotmentRefused.type]: (row, event) => {
      const { code } = event.data as DataOf<typeof allotmentRefused>;
      return row && came({ ...row, status: 'refused', code }, event, 'refused', 'call', { reason: code });
    },
    [allotmentEnded.type]: (row, event) => {
      const { how, reason, by, paidCents, recoverCents, interestCents, interestRule } = event.data as DataOf<typeof allotmentEnded>;
      const ending = { reason, recoverCents, interestCents, ...(interestRule && { interestRule }) };
      if (!row) return undefined;
      const { report: _, ...unreported } = row;
      return came({ ...unreported, status: how, grantedCents: paidCents, heldCents: 0, paidCents, freeCents: 0, ending }, event, how, how === 'revoked' ? 'operator' : 'firm', { reason, ...(by && { by }) });
    },
    [allotmentReported.type]: (row, event) => {
      const { reportedCents, ...why } = event.data as DataOf<typeof allotmentReported>;
      return row && came({ ...row, status: 'reported', report: { reportedCents } }, event, 'reported', 'firm', why);
    },
    [allotmentVerified.type]: (row, event) => {
      const { admittedCents, verifiedOn, recoverCents, ...why } = event.data as DataOf<typeof allotmentVerified>;
      return row?.report && came({ ...row, status: 'verified', report: { ...row.report, admittedCents, verifiedOn }, ...(row.ending && { ending: { ...row.ending, recoverCents } }) }, event, 'verified', 'operator', why);
    },
    [allotmentPaid.type]: (row, event) => {
      const { paidOn, proof, ...why } = event.data as DataOf<typeof allotmentPaid>;
      return row?.report && came({ ...row, status: 'paid', report: { ...row.report, paidOn, proof } }, event, 'paid', 'operator', why);
    },
    [allotmentRecovered.type]: (row, event) => {
      const { amountCents, proof, by } = event.data as DataOf<typeof allotmentRecovered>;
      return row && came(row, event, 'repaid', 'operator', { by, reason: `${formatEuro(amountCents)}, ${proof}` });
    },
    [incentiveHeld.type]: withFigures,
    [incentivePaid.type]: withFigures,
    [incentiveReleased.type]: withFigures,
  },
  place: (row) => ({ tenant: row.firmId, order: `${row.requestedAt}/${row.allotmentId}`, indexed: { callId: row.callId } }),
};
