import { bankLineAssigned, bankLineClosed, bankLineRecorded, type DataOf } from '@salvatempo/contracts';
import type { Projection } from '@salvatempo/messaging';
import type { KnownBankLine } from './bank-line.aggregate';

type Recorded = DataOf<typeof bankLineRecorded>;

export interface BankLineRow extends Recorded {
  readonly status: KnownBankLine['status'];
}

/** Where lines without a firm are kept: an operator's alone. */
const NOBODY = 'territory';

/** Credits of the territory's account, by firm where one is known. */
export const bankLines: Projection<BankLineRow> = {
  model: { name: 'benefits.bank-lines', indexes: ['status'] },
  prefix: 'bkl',
  on: {
    [bankLineRecorded.type]: (_, event) => ({ ...(event.data as Recorded), status: event.data['firmId'] === undefined ? 'unmatched' : 'matched' }),
    [bankLineAssigned.type]: (row, event) => row && { ...row, status: 'assigned', firmId: String(event.data['firmId']) },
    [bankLineClosed.type]: (row, event) => row && { ...row, status: (event.data as DataOf<typeof bankLineClosed>).how },
  },
  place: ({ firmId, bookedOn, lineId, status }) => ({ tenant: firmId ?? NOBODY, order: `${bookedOn}/${lineId}`, indexed: { status } }),
};
