import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Invoice } from '../domain/invoice-book';
import { InvoiceFileView, invoiceFileView } from '../keep-invoice-file/invoice-file.view';

export class InvoiceView {
  @ApiProperty() invoiceId!: string;
  @ApiProperty() callId!: string;
  @ApiProperty() callTitle!: string;
  @ApiProperty({ example: '2026-11', description: 'Month of the statement, in Rome.' }) month!: string;
  @ApiProperty() number!: string;
  @ApiProperty({ format: 'date' }) issuedOn!: string;
  @ApiProperty({ description: 'Euro cents.' }) netCents!: number;
  @ApiProperty({ description: 'Euro cents.' }) vatCents!: number;
  @ApiPropertyOptional() cup?: string;
  @ApiProperty({ type: [String] }) purchaseIds!: string[];
  @ApiPropertyOptional({ type: InvoiceFileView, description: 'Once it was handed in.' }) file?: InvoiceFileView;
}

export class PurchaseToInvoiceView {
  @ApiProperty() purchaseId!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ format: 'date', description: 'Day in Rome.' }) paidOn!: string;
  @ApiProperty({ description: 'Euro cents, VAT included.' }) totalCents!: number;
}

export class StatementToInvoiceView {
  @ApiProperty() callId!: string;
  @ApiProperty({ description: 'Of the call.' }) title!: string;
  @ApiPropertyOptional({ description: 'To be on the invoice.' }) cup?: string;
  @ApiProperty({ description: 'Nothing is reportable without the invoice’s file.' }) asksForFile!: boolean;
  @ApiProperty({ example: '2026-11', description: 'Month of the statement, in Rome.' }) month!: string;
  @ApiProperty({ description: 'Euro cents, VAT included.' }) totalCents!: number;
  @ApiProperty({ type: [PurchaseToInvoiceView] }) purchases!: PurchaseToInvoiceView[];
}

export class ProviderInvoicesView {
  @ApiProperty({ type: [StatementToInvoiceView], description: 'Paid purchases without an invoice, of calls that ask for one, by call and month.' }) toInvoice!: StatementToInvoiceView[];
  @ApiProperty({ type: [InvoiceView], description: 'Invoices of these calls and months.' }) invoices!: InvoiceView[];
  @ApiProperty({ description: 'False where there is more than what is looked at.' }) isWhole!: boolean;
}

export class InvoiceRef {
  @ApiProperty() invoiceId!: string;
  @ApiProperty() callId!: string;
  @ApiProperty() month!: string;
}

/** An invoice with the call, its title and the month for which it was written down. */
export const invoiceView = (about: Pick<InvoiceView, 'callId' | 'callTitle' | 'month'>, { purchaseIds, file, ...invoice }: Invoice): InvoiceView => ({
  ...invoice,
  ...about,
  purchaseIds: [...purchaseIds],
  ...(file && { file: invoiceFileView(file) }),
});
