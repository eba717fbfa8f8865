import { firmDebtAdded, type DataOf } from '@salvatempo/contracts';
import { accept, derivedId, refuse, slice, type Aggregate } from '@salvatempo/kernel';

/** A small aggregate for tests of the edge: a bill with a limit of 100,00 euros. */
export interface Bill {
  readonly owesCents: number;
}

const firmId = derivedId('com', 'firm');
const purchaseId = derivedId('pur', 'purchase');

const addSlice = slice<Bill, { amountCents: number }>({
  command: 'add',
  decide: ({ amountCents }, { owesCents }, { id }) =>
    owesCents + amountCents > 10_000
      ? refuse('credit-insufficient', { missingEuro: '1,00 €' })
      : accept(firmDebtAdded.of({ billId: id, firmId, purchaseId, amountCents, owesCents: owesCents + amountCents })),
  evolve: { [firmDebtAdded.type]: (_: Bill, { owesCents }: DataOf<typeof firmDebtAdded>): Bill => ({ owesCents }) },
});

export const billAggregate: Aggregate<Bill> = { service: 'benefits', name: 'bill', prefix: 'bil', schema: 1, initial: { owesCents: 0 }, slices: [addSlice] };
