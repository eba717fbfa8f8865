import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, type Answer, authorise, Because, calendarDay, decided, type Principal, ProblemError, Who } from '@salvatempo/http';
import { romeDate } from '@salvatempo/kernel';
import type { AggregateRunner, Cause, RowReader } from '@salvatempo/messaging';
import { PLATFORM, readerOf, runnerOf, type PlatformPorts } from '@salvatempo/runtime';
import { call, type Call } from '../domain/call';
import { invoiceBook, invoiceBookIdOf, invoiceIdOf, type InvoiceBook } from '../domain/invoice-book';
import { expenseLines, type ExpenseRow } from '../dossier/expense-lines.projection';
import { programmesPolicy } from '../programmes.policy';
import { statementMonthOf } from './invoice-books.handler';
import { InvoiceRef, ProviderInvoicesView } from './invoice.view';
import { ProviderInvoices } from './provider-invoices.handler';
import { RecordInvoiceDto } from './record-invoice.dto';
import type { RecordInvoice } from './record-invoice.decider';
import type { WithdrawInvoice } from './withdraw-invoice.decider';

/** Invoices of a provider for purchases that a call paid a part of: evidence that the call's dossier asks for. */
@ApiTags('programmes')
@Controller('api/programmes/providers/:providerId/invoices')
export class RecordInvoiceController {
  constructor(
    @Inject(runnerOf(invoiceBook)) private readonly books: AggregateRunner<InvoiceBook>,
    @Inject(runnerOf(call)) private readonly calls: AggregateRunner<Call>,
    @Inject(readerOf(expenseLines)) private readonly expenses: RowReader<ExpenseRow>,
    @Inject(ProviderInvoices) private readonly invoices: ProviderInvoices,
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
  ) {}

  /** What a provider has still to bill of calls that ask for invoices, and the invoices that it wrote down. */
  @Get()
  @Allow('provider-admin', 'operator')
  @ApiOkResponse({ type: ProviderInvoicesView })
  async all(@Param('providerId') providerId: string, @Who() who: Principal): Promise<ProviderInvoicesView> {
    authorise(programmesPolicy(who), 'read', 'Invoice', { providerId });
    return this.invoices.of(providerId);
  }

  /** Writes down an invoice with the purchases that it bills. */
  @Post()
  @Allow('provider-admin')
  @ApiCreatedResponse({ type: InvoiceRef })
  async record(@Param('providerId') providerId: string, @Body() body: RecordInvoiceDto, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<InvoiceRef>> {
    authorise(programmesPolicy(who), 'record', 'Invoice', { providerId });
    const { callId, number, netCents, vatCents, cup, purchaseIds } = body;
    const issuedOn = calendarDay('issuedOn', body.issuedOn);
    if (issuedOn > romeDate(this.ports.ambient.clock.now())) throw new ProblemError('invalid-request', { errors: [{ field: 'issuedOn', code: 'date-in-future', message: 'Questo giorno non è ancora venuto.' }] });
    const state = (await this.calls.load(callId))?.state;
    if (!state || state.status === 'absent') throw new ProblemError('call-not-found');
    const { month, purchases } = await this.paid(providerId, callId, purchaseIds);
    const [bookId, invoiceId, callCup] = [invoiceBookIdOf(providerId, callId, month), invoiceIdOf(cause.id), state.terms.cup];
    const data: RecordInvoice = { callId, providerId, month, invoiceId, number, issuedOn, netCents, vatCents, purchases, ...(cup === undefined ? {} : { cup }), ...(callCup === undefined ? {} : { callCup }) };
    const { sequence } = decided(await this.books.execute(bookId, { type: 'record-invoice', data }, cause));
    return this.answer(providerId, { invoiceId, callId, month }, `${bookId}:${sequence}`);
  }

  /** Takes back an invoice that was written down wrong. */
  @Post(':callId/:month/:invoiceId/withdrawal')
  @Allow('provider-admin')
  @ApiCreatedResponse({ type: InvoiceRef })
  async withdraw(@Param('providerId') providerId: string, @Param('callId') callId: string, @Param('month') month: string, @Param('invoiceId') invoiceId: string, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<InvoiceRef>> {
    authorise(programmesPolicy(who), 'record', 'Invoice', { providerId });
    const bookId = invoiceBookIdOf(providerId, callId, month);
    if (((await this.books.load(bookId))?.state.status ?? 'absent') === 'absent') throw new ProblemError('invoice-not-found');
    const data: WithdrawInvoice = { invoiceId };
    const { sequence } = decided(await this.books.execute(bookId, { type: 'withdraw-invoice', data }, cause));
    return this.answer(providerId, { invoiceId, callId, month }, `${bookId}:${sequence}`);
  }

  private answer(providerId: string, body: InvoiceRef, position: string): Answer<InvoiceRef> {
    return { status: 201, body, location: `/api/programmes/providers/${providerId}/invoices`, position };
  }

  /** The purchases, and the month in which all of them were paid. Throws ProblemError where one can't be billed so. */
  private async paid(providerId: string, callId: string, purchaseIds: readonly string[]): Promise<{ readonly month: string; readonly purchases: RecordInvoice['purchases'] }> {
    const rows = await Promise.all(purchaseIds.map((purchaseId) => this.expenses.get(purchaseId)));
    const paid = rows.flatMap((row) => (row && row.providerId === providerId && row.callId === callId && row.stage === 'paid' ? [row] : []));
    const month = paid[0] && statementMonthOf(paid[0]);
    if (month === undefined || paid.length < purchaseIds.length) throw new ProblemError('purchase-not-paid');
    if (paid.some((row) => statementMonthOf(row) !== month)) throw new ProblemError('purchases-of-other-months');
    return { month, purchases: paid.map(({ purchaseId, totalCents }) => ({ purchaseId, totalCents })) };
  }
}
