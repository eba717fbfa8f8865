import { invoiceWithdrawn } from '@salvatempo/contracts';
import { accept, refuse, slice } from '@salvatempo/kernel';
import { invoicesIn, type InvoiceBook, type KnownInvoiceBook } from '../domain/invoice-book';

export interface WithdrawInvoice {
  readonly invoiceId: string;
}

/** Takes back an invoice that was written down wrong; what it billed can be put on another. The journal keeps that it was there. */
export const withdrawInvoiceSlice = slice<InvoiceBook, WithdrawInvoice>({
  command: 'withdraw-invoice',
  decide({ invoiceId }, state, { id }) {
    if (state.status === 'absent') throw new Error(`${id} is no book of invoices`);
    const invoice = invoicesIn(state).find((one) => one.invoiceId === invoiceId);
    if (!invoice) return refuse('invoice-not-found');
    const { callId, providerId } = state;
    return accept(invoiceWithdrawn.of({ bookId: id, invoiceId, callId, providerId, ...(invoice.file && { fileId: invoice.file.fileId }) }));
  },
  evolve: {
    [invoiceWithdrawn.type]: (state: InvoiceBook, { invoiceId }: WithdrawInvoice): InvoiceBook => {
      const known = state as KnownInvoiceBook;
      return { ...known, invoices: known.invoices.filter((one) => one.invoiceId !== invoiceId) };
    },
  },
});
