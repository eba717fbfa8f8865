import { invoiceRecorded, type DataOf } from '@salvatempo/contracts';
import { accept, formatEuro, refuse, slice, sumCents, type Cents } from '@salvatempo/kernel';
import { invoicesIn, MAX_BOOK_INVOICES, MAX_BOOK_PURCHASES, type InvoiceBook } from '../domain/invoice-book';

export interface RecordInvoice extends Omit<DataOf<typeof invoiceRecorded>, 'bookId' | 'purchaseIds'> {
  /** Of the call. */
  readonly callCup?: string;
  /** Each once, paid in the month to this provider; what they cost never changes. */
  readonly purchases: readonly { readonly purchaseId: string; readonly totalCents: Cents }[];
}

/**
 * Writes down an invoice: each purchase is on one at most, net and VAT are together what its purchases cost, and it bears the call's CUP
 * (DL 13/2023, art. 5 c. 6).
 */
export const recordInvoiceSlice = slice<InvoiceBook, RecordInvoice>({
  command: 'record-invoice',
  decide({ callCup, purchases, ...facts }, state, { id }) {
    const invoices = invoicesIn(state);
    const invoiced = new Set(invoices.flatMap(({ purchaseIds }) => purchaseIds));
    if (invoices.some(({ number }) => number === facts.number)) return refuse('invoice-number-taken');
    if (purchases.some(({ purchaseId }) => invoiced.has(purchaseId))) return refuse('purchase-invoiced-already');
    if (invoices.length >= MAX_BOOK_INVOICES || invoiced.size + purchases.length > MAX_BOOK_PURCHASES) return refuse('invoice-book-full');
    if (facts.cup !== callCup) return refuse('invoice-cup-differs');
    const expectedCents = sumCents(purchases.map(({ totalCents }) => totalCents));
    if (facts.netCents + facts.vatCents !== expectedCents) return refuse('invoice-amount-differs', { expected: formatEuro(expectedCents) });
    return accept(invoiceRecorded.of({ ...facts, bookId: id, purchaseIds: purchases.map(({ purchaseId }) => purchaseId) }));
  },
  evolve: {
    [invoiceRecorded.type]: (state: InvoiceBook, { bookId: _, callId, providerId, month, ...invoice }: DataOf<typeof invoiceRecorded>): InvoiceBook => ({
      status: 'open', callId, providerId, month, invoices: [...invoicesIn(state), invoice],
    }),
  },
});
