import { invoiceFileKept, type DataOf } from '@salvatempo/contracts';
import { accept, refuse, slice } from '@salvatempo/kernel';
import { invoicesIn, type InvoiceBook, type InvoiceFile, type KnownInvoiceBook } from '../domain/invoice-book';

export interface KeepInvoiceFile extends InvoiceFile {
  readonly invoiceId: string;
}

/** Puts an invoice's own file beside it, stored already; one only, so that what a report was made with stays what it was. */
export const keepInvoiceFileSlice = slice<InvoiceBook, KeepInvoiceFile>({
  command: 'keep-invoice-file',
  decide({ invoiceId, ...file }, state, { id }) {
    const invoice = invoicesIn(state).find((one) => one.invoiceId === invoiceId);
    if (!invoice) return refuse('invoice-not-found');
    if (invoice.file) return refuse('invoice-file-kept-already');
    const { callId, providerId } = state as KnownInvoiceBook;
    return accept(invoiceFileKept.of({ bookId: id, invoiceId, callId, providerId, ...file }));
  },
  evolve: {
    [invoiceFileKept.type]: (state: InvoiceBook, { invoiceId, fileId, kind, sizeBytes, contentHash }: DataOf<typeof invoiceFileKept>): InvoiceBook => {
      const known = state as KnownInvoiceBook;
      return { ...known, invoices: known.invoices.map((one) => (one.invoiceId === invoiceId ? { ...one, file: { fileId, kind, sizeBytes, contentHash } } : one)) };
    },
  },
});
