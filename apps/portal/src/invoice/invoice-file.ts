import { bodyOf, client, documentBody } from '../api/client';
import type { ReadInvoiceView } from '../api/views';

/** The invoice that a file belongs to. */
export interface InvoicePlace {
  readonly providerId: string;
  readonly callId: string;
  readonly month: string;
  readonly invoiceId: string;
}

export const invoiceFileAddress = ({ providerId, callId, month, invoiceId }: InvoicePlace): string => `/api/programmes/providers/${providerId}/invoices/${callId}/${month}/${invoiceId}/file`;

export const handInInvoice = (path: InvoicePlace, file: File, key: string) =>
  bodyOf(client.POST('/api/programmes/providers/{providerId}/invoices/{callId}/{month}/{invoiceId}/file', { params: { path: { ...path } }, ...documentBody(file, key) }));

/** Looks at a file before anything is written down: a wrong one is refused, and an electronic invoice says what stands on it. */
export const readInvoice = (providerId: string, file: File): Promise<ReadInvoiceView> =>
  bodyOf(client.POST('/api/programmes/providers/{providerId}/invoices/reading', { params: { path: { providerId } }, ...documentBody(file) }));
