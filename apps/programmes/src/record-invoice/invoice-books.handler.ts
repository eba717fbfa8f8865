import { Inject, Injectable } from '@nestjs/common';
import { romeDate } from '@salvatempo/kernel';
import type { AggregateRunner } from '@salvatempo/messaging';
import { runnerOf } from '@salvatempo/runtime';
import { invoiceBook, invoiceBookIdOf, invoicesIn, type Invoice, type InvoiceBook } from '../domain/invoice-book';
import type { Spending } from '../domain/spending';

/** A purchase as far as an invoice asks. */
export type Billed = Pick<Spending, 'purchaseId' | 'providerId' | 'paidAt'>;

/** The month of the provider's statement in which a purchase stands, `YYYY-MM` in Rome; undefined before it is paid. */
export const statementMonthOf = ({ paidAt }: Pick<Billed, 'paidAt'>): string | undefined => (paidAt === undefined ? undefined : romeDate(paidAt).slice(0, 7));

/** Finds invoices of purchases by the books in which they stand, so that no list could say otherwise. */
@Injectable()
export class InvoiceBooks {
  constructor(@Inject(runnerOf(invoiceBook)) private readonly books: AggregateRunner<InvoiceBook>) {}

  /** The invoice of each of a call's purchases that has one, by the purchase's id. */
  async ofPurchases(callId: string, purchases: readonly Billed[]): Promise<ReadonlyMap<string, Invoice>> {
    const keys = new Map(purchases.flatMap((one) => {
      const month = statementMonthOf(one);
      return month === undefined ? [] : [[`${one.providerId}/${month}`, { providerId: one.providerId, month }] as const];
    }));
    const found = new Map<string, Invoice>();
    for (const { providerId, month } of keys.values())
      for (const invoice of await this.of(providerId, callId, month)) for (const purchaseId of invoice.purchaseIds) found.set(purchaseId, invoice);
    return found;
  }

  async of(providerId: string, callId: string, month: string): Promise<readonly Invoice[]> {
    const book = await this.books.load(invoiceBookIdOf(providerId, callId, month));
    return book ? invoicesIn(book.state) : [];
  }
}
