import type { DataOf, invoiceFileKept, invoiceRecorded } from '@salvatempo/contracts';
import { derivedId } from '@salvatempo/kernel';

type Recorded = DataOf<typeof invoiceRecorded>;

/** The file of an invoice, in the encrypted store under its id. */
export type InvoiceFile = Pick<DataOf<typeof invoiceFileKept>, 'fileId' | 'kind' | 'sizeBytes' | 'contentHash'>;

/** What stands on an invoice, which purchases it bills, and its file once that was handed in. */
export type Invoice = Omit<Recorded, 'bookId' | 'callId' | 'providerId' | 'month'> & { readonly file?: InvoiceFile };

/**
 * A provider's invoices for the purchases of one call that were paid in one month: a purchase is paid in one month, so this one document
 * keeps it off a second invoice.
 */
export type InvoiceBook =
  | { readonly status: 'absent' }
  | (Pick<Recorded, 'callId' | 'providerId' | 'month'> & { readonly status: 'open'; readonly invoices: readonly Invoice[] });
export type KnownInvoiceBook = Exclude<InvoiceBook, { status: 'absent' }>;

export const invoiceBook = { service: 'programmes', name: 'invoice-book', prefix: 'inb', schema: 1, initial: { status: 'absent' } as InvoiceBook };

/** Of a provider, a call and a month in Rome, `YYYY-MM`. */
export const invoiceBookIdOf = (providerId: string, callId: string, month: string): string => derivedId('inb', providerId, callId, month);
export const invoiceIdOf = (causeId: string): string => derivedId('inv', causeId);

/** Purchases in one book at most, so that its document stays below 120 KB; and invoices. */
export const MAX_BOOK_PURCHASES = 2_000;
export const MAX_BOOK_INVOICES = 100;

export const invoicesIn = (state: InvoiceBook): readonly Invoice[] => (state.status === 'absent' ? [] : state.invoices);
