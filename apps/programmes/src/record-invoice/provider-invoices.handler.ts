import { Inject, Injectable } from '@nestjs/common';
import { romeDate, sumCents } from '@salvatempo/kernel';
import type { AggregateRunner, RowReader } from '@salvatempo/messaging';
import { readerOf, runnerOf } from '@salvatempo/runtime';
import { call, type Call, type Opened } from '../domain/call';
import { asksForInvoiceFiles, asksForInvoices } from '../domain/dossier';
import type { ExpenseRow } from '../dossier/expense-lines.projection';
import { InvoiceBooks, statementMonthOf } from './invoice-books.handler';
import { invoiceView, type ProviderInvoicesView, type StatementToInvoiceView } from './invoice.view';
import { providerExpenses } from './provider-expenses.projection';

/** Purchases of a provider that are looked at, the latest ones; beyond them the answer says that it isn't whole. */
const MAX_ROWS = 5_000;

/** What a provider has billed and has still to bill, put together anew each time. */
@Injectable()
export class ProviderInvoices {
  constructor(
    @Inject(readerOf(providerExpenses)) private readonly rows: RowReader<ExpenseRow>,
    @Inject(runnerOf(call)) private readonly calls: AggregateRunner<Call>,
    private readonly books: InvoiceBooks,
  ) {}

  async of(providerId: string): Promise<ProviderInvoicesView> {
    const { statements, isWhole } = await this.statementsOf(providerId);
    const view: ProviderInvoicesView = { toInvoice: [], invoices: [], isWhole };
    for (const { callId, month, rows } of statements) {
      const terms = await this.termsOf(callId);
      if (!terms || !asksForInvoices(terms)) continue;
      const invoices = await this.books.of(providerId, callId, month);
      const billed = new Set(invoices.flatMap(({ purchaseIds }) => purchaseIds));
      const left = rows.filter(({ purchaseId }) => !billed.has(purchaseId));
      view.invoices.push(...invoices.map((one) => invoiceView({ callId, callTitle: terms.title, month }, one)));
      if (left.length > 0) view.toInvoice.push(toInvoice(callId, month, terms, left));
    }
    return view;
  }

  /** The paid purchases by call and month, the latest first. */
  private async statementsOf(providerId: string): Promise<{ readonly statements: readonly { readonly callId: string; readonly month: string; readonly rows: ExpenseRow[] }[]; readonly isWhole: boolean }> {
    const found = new Map<string, { callId: string; month: string; rows: ExpenseRow[] }>();
    let looked = 0;
    for await (const row of this.rows.each({ tenancy: { tenant: providerId }, newestFirst: true })) {
      if (++looked > MAX_ROWS) break;
      const month = row.stage === 'paid' ? statementMonthOf(row) : undefined;
      if (month === undefined) continue;
      const key = `${row.callId}/${month}`;
      const statement = found.get(key) ?? { callId: row.callId, month, rows: [] };
      statement.rows.push(row);
      found.set(key, statement);
    }
    return { statements: [...found.values()], isWhole: looked <= MAX_ROWS };
  }

  private async termsOf(callId: string): Promise<Opened['terms'] | undefined> {
    const state = (await this.calls.load(callId))?.state;
    return state && state.status !== 'absent' ? state.terms : undefined;
  }
}

const toInvoice = (callId: string, month: string, { title, cup, evidence }: Opened['terms'], rows: readonly ExpenseRow[]): StatementToInvoiceView => ({
  callId,
  title,
  ...(cup === undefined ? {} : { cup }),
  asksForFile: asksForInvoiceFiles({ evidence }),
  month,
  totalCents: sumCents(rows.map(({ totalCents }) => totalCents)),
  purchases: rows.map((row) => ({ purchaseId: row.purchaseId, title: row.title, paidOn: romeDate(row.paidAt!), totalCents: row.totalCents })),
});
