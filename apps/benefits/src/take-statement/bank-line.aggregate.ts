import { bankLineAssigned, bankLineClosed, bankLineRecorded, type DataOf } from '@salvatempo/contracts';
import { accept, derivedId, NOTHING, refuse, slice, type Cents, type Decision } from '@salvatempo/kernel';

type Recorded = DataOf<typeof bankLineRecorded>;
export type Closing = DataOf<typeof bankLineClosed>['how'];

/** One credit on the territory's account. Who transferred it and what was written on it stand beside the state. */
export type BankLine =
  | { readonly status: 'absent' }
  | ({ readonly status: 'matched' | 'unmatched' | 'assigned' | 'sent-back' | 'elsewhere' } & Recorded);
export type KnownBankLine = Exclude<BankLine, { status: 'absent' }>;

/** Beside the state, for an operator alone. */
export interface BankLinePersonal {
  readonly payer: string;
  readonly text: string;
  readonly bankReference: string;
}

export const bankLine = { service: 'benefits', name: 'bank-line', prefix: 'bkl', schema: 1, initial: { status: 'absent' } as BankLine };

/** The same line of the bank, whatever file it comes in. */
export const lineIdOf = (bankReference: string, bookedOn: string, amountCents: Cents): string => derivedId('bkl', bankReference, bookedOn, String(amountCents));

export interface RecordBankLine extends Omit<Recorded, 'lineId'> {
  readonly personal: BankLinePersonal;
}

/** Records a line once, with the firm whose reference it bears, or without. */
export const recordBankLineSlice = slice<BankLine, RecordBankLine>({
  command: 'record-bank-line',
  decide({ personal, ...facts }, state, { id }): Decision {
    if (state.status !== 'absent') return NOTHING;
    return { ...accept(bankLineRecorded.of({ lineId: id, ...facts })), personal: { ...personal } };
  },
  evolve: {
    [bankLineRecorded.type]: (_: BankLine, recorded: Recorded): BankLine => ({ status: recorded.firmId === undefined ? 'unmatched' : 'matched', ...recorded }),
  },
});

export interface AssignBankLine {
  readonly firmId: string;
}

/** An operator found out which firm transferred it: once, for it is the firm's money from then on. */
export const assignBankLineSlice = slice<BankLine, AssignBankLine>({
  command: 'assign-bank-line',
  decide({ firmId }, state): Decision {
    if (state.status === 'absent') return refuse('bank-line-not-found');
    if (state.status !== 'unmatched') return refuse('bank-line-settled');
    return accept(bankLineAssigned.of({ lineId: state.lineId, firmId, amountCents: state.amountCents }));
  },
  evolve: {
    [bankLineAssigned.type]: (state: BankLine, { firmId }: DataOf<typeof bankLineAssigned>): BankLine => ({ ...(state as KnownBankLine), status: 'assigned', firmId }),
  },
});

export interface CloseBankLine {
  readonly how: Closing;
}

/** It is no firm's credit: sent back, or recorded elsewhere. */
export const closeBankLineSlice = slice<BankLine, CloseBankLine>({
  command: 'close-bank-line',
  decide({ how }, state): Decision {
    if (state.status === 'absent') return refuse('bank-line-not-found');
    if (state.status !== 'unmatched') return refuse('bank-line-settled');
    return accept(bankLineClosed.of({ lineId: state.lineId, how, amountCents: state.amountCents }));
  },
  evolve: {
    [bankLineClosed.type]: (state: BankLine, { how }: DataOf<typeof bankLineClosed>): BankLine => ({ ...(state as KnownBankLine), status: how }),
  },
});
