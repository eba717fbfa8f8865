import { firmDebtAdded, type DataOf } from '@salvatempo/contracts';
import { accept, slice, type Cents } from '@salvatempo/kernel';

/** What a firm owes for the credit that its people spent; paying it is a later step. */
export interface FirmBill {
  readonly firmId: string;
  readonly owesCents: Cents;
}

export const firmBill = { service: 'benefits', name: 'firm-bill', prefix: 'bil', schema: 1, initial: { firmId: '', owesCents: 0 } as FirmBill };

export interface AddDebt {
  readonly firmId: string;
  readonly purchaseId: string;
  readonly amountCents: Cents;
}

/** One payment from credit makes one debt of the firm. */
export const addDebtSlice = slice<FirmBill, AddDebt>({
  command: 'add-debt',
  decide: ({ firmId, purchaseId, amountCents }, state, { id }) =>
    accept(firmDebtAdded.of({ billId: id, firmId, purchaseId, amountCents, owesCents: state.owesCents + amountCents })),
  evolve: {
    [firmDebtAdded.type]: (_: FirmBill, { firmId, owesCents }: DataOf<typeof firmDebtAdded>): FirmBill => ({ firmId, owesCents }),
  },
});
