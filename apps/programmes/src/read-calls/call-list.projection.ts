import { allotmentReserved, allotmentReturned, callOpened, fundPaymentRecorded, fundRecoveryRecorded, rankingAdvanced, rankingMade, type CallTerms, type DataOf, type Envelope, type FundFigures } from '@salvatempo/contracts';
import type { Projection } from '@salvatempo/messaging';

export interface CallRow {
  readonly callId: string;
  readonly terms: CallTerms;
  readonly fund: FundFigures;
  readonly recovered?: DataOf<typeof fundRecoveryRecorded>['recovered'];
  readonly openedAt: string;
}

const withFund = (row: CallRow | undefined, event: Envelope): CallRow | undefined =>
  row && { ...row, fund: (event.data as unknown as { fund: FundFigures }).fund };

/** Calls of the territory, newest last. */
export const callList: Projection<CallRow> = {
  model: { name: 'programmes.call-list', indexes: [] },
  prefix: 'cal',
  on: {
    [callOpened.type]: (_, event) => {
      const { callId, terms, fund } = event.data as DataOf<typeof callOpened>;
      return { callId, terms, fund, openedAt: event.time };
    },
    [allotmentReserved.type]: withFund,
    [allotmentReturned.type]: withFund,
    [fundPaymentRecorded.type]: withFund,
    [fundRecoveryRecorded.type]: (row, event) => row && { ...row, recovered: (event.data as DataOf<typeof fundRecoveryRecorded>).recovered },
    [rankingMade.type]: withFund,
    [rankingAdvanced.type]: withFund,
  },
  place: (row) => ({ tenant: 'territory', order: `${row.openedAt}/${row.callId}`, indexed: {} }),
};
