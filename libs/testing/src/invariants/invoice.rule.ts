import { invoiceRecorded, invoiceWithdrawn, purchaseSettled } from '@salvatempo/contracts';
import type { Rule } from './committed';
import { followEvents, on } from './follow-events';

/** A purchase stands on one invoice at a time, of the provider to whom it was paid; and an invoice bills what its purchases cost, to the cent. */
export function invoiceRule(): Rule {
  const settled = new Map<string, { readonly providerId: string; readonly totalCents: number }>();
  const invoiceOf = new Map<string, string>();
  return followEvents('invoice', [
    on(purchaseSettled, ({ data: { purchaseId, providerId, totalCents } }) => void settled.set(purchaseId, { providerId, totalCents })),
    on(invoiceRecorded, ({ data: { invoiceId, providerId, netCents, vatCents, purchaseIds }, expect }) => {
      let sum = 0;
      for (const purchaseId of purchaseIds) {
        const purchase = settled.get(purchaseId);
        expect(purchase?.providerId === providerId, () => `${invoiceId}: bills ${purchaseId}, which was paid to ${purchase?.providerId ?? 'nobody'}`);
        expect(!invoiceOf.has(purchaseId), () => `${invoiceId}: bills ${purchaseId}, which ${invoiceOf.get(purchaseId)} bills`);
        invoiceOf.set(purchaseId, invoiceId);
        sum += purchase?.totalCents ?? 0;
      }
      expect(sum === netCents + vatCents, () => `${invoiceId}: bills ${netCents + vatCents}, its purchases cost ${sum}`);
    }),
    on(invoiceWithdrawn, ({ data: { invoiceId }, expect }) => {
      const freed = [...invoiceOf].flatMap(([purchaseId, one]) => (one === invoiceId ? [purchaseId] : []));
      expect(freed.length > 0, () => `${invoiceId}: withdrawn, and bills nothing`);
      for (const purchaseId of freed) invoiceOf.delete(purchaseId);
    }),
  ]);
}
