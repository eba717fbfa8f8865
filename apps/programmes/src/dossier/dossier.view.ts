import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { BilledLines, Dossier, Missing } from '../domain/dossier';
import { InvoiceFileView, invoiceFileView } from '../keep-invoice-file/invoice-file.view';
import { missingText } from './missing.text';

export class ExpenseLineView {
  @ApiProperty() purchaseId!: string;
  @ApiProperty({ description: 'The firm that the aid goes to.' }) firmId!: string;
  @ApiProperty({ enum: ['vouchers'] }) costType!: string;
  @ApiProperty() providerId!: string;
  @ApiProperty() description!: string;
  @ApiProperty({ description: 'The voucher that was redeemed.' }) document!: string;
  @ApiPropertyOptional({ description: 'Of the supplier’s invoice, where it was written down.' }) invoiceNumber?: string;
  @ApiPropertyOptional({ description: 'Day in Rome.' }) invoicedOn?: string;
  @ApiPropertyOptional() cup?: string;
  @ApiProperty({ description: 'Day in Rome.' }) doneOn!: string;
  @ApiProperty({ description: 'Day in Rome.' }) paidOn!: string;
  @ApiProperty({ description: 'Euro cents.' }) totalCents!: number;
  @ApiProperty({ description: 'What the programme pays, in euro cents.' }) eligibleCents!: number;
  @ApiProperty({ description: 'What the firm adds, in euro cents.' }) coFundingCents!: number;
  @ApiProperty({ description: 'Stands for the person, within this call.' }) beneficiary!: string;
}

export class BilledInvoiceView {
  @ApiProperty() invoiceId!: string;
  @ApiProperty() providerId!: string;
  @ApiProperty({ example: '2026-11', description: 'Month of the statement, in Rome.' }) month!: string;
  @ApiProperty() number!: string;
  @ApiProperty({ format: 'date' }) issuedOn!: string;
  @ApiPropertyOptional({ type: InvoiceFileView, description: 'Once it was handed in.' }) file?: InvoiceFileView;
}

export class MissingView {
  @ApiProperty() code!: string;
  @ApiProperty({ description: 'Why, in Italian.' }) text!: string;
  @ApiProperty({ enum: ['operator', 'provider', 'employee', 'system'], description: 'Who can give it.' }) giver!: string;
  @ApiProperty({ description: 'The purchase, the row of the register of aid, or the code of the document.' }) subject!: string;
  @ApiProperty({ description: 'Euro cents that can’t be reported for it.' }) cents!: number;
}

export class FirmSizesView {
  @ApiProperty() micro!: number;
  @ApiProperty() small!: number;
  @ApiProperty() medium!: number;
  @ApiProperty() large!: number;
}

export class IndicatorsView {
  @ApiProperty() vouchersIssued!: number;
  @ApiProperty() vouchersRedeemed!: number;
  @ApiProperty({ description: 'Euro cents.' }) redeemedCents!: number;
  @ApiProperty({ description: 'Each person once.' }) people!: number;
  @ApiProperty({ description: 'Each time that somebody came.' }) accesses!: number;
  @ApiProperty({ type: [String] }) services!: string[];
  @ApiProperty() providers!: number;
  @ApiProperty({ type: FirmSizesView, description: 'Firms with a grant, by size.' }) firms!: FirmSizesView;
}

/** What of a call can be reported, and what can't yet. */
export class DossierView {
  @ApiProperty() callId!: string;
  @ApiPropertyOptional() cup?: string;
  @ApiProperty({ description: 'Euro cents.' }) reportableCents!: number;
  @ApiProperty({ description: 'Share that the firms add, 3,000 is 30%.' }) coFundingBasisPoints!: number;
  @ApiProperty({ type: [ExpenseLineView], description: 'The first 200; the export has all.' }) lines!: ExpenseLineView[];
  @ApiProperty() lineCount!: number;
  @ApiProperty({ type: [BilledInvoiceView], description: 'On which the lines stand: the first 200.' }) invoices!: BilledInvoiceView[];
  @ApiProperty({ type: [MissingView], description: 'The first 200; the export has all.' }) missing!: MissingView[];
  @ApiProperty() missingCount!: number;
  @ApiProperty({ type: IndicatorsView }) indicators!: IndicatorsView;
  @ApiProperty({ description: 'False where there is more than what a dossier looks at.' }) isWhole!: boolean;
}

const MAX_SHOWN = 200;

export const missingView = ({ code, giver, subject, cents }: Missing): MissingView => ({ code, text: missingText(code, subject), giver, subject, cents });

const billedInvoiceView = ({ invoiceId, providerId, month, number, issuedOn, file }: BilledLines): BilledInvoiceView => ({ invoiceId, providerId, month, number, issuedOn, ...(file && { file: invoiceFileView(file) }) });

export function dossierView(callId: string, cup: string | undefined, { lines, invoices, missing, indicators, reportableCents, coFundingBasisPoints }: Dossier, isWhole: boolean): DossierView {
  return {
    callId,
    ...(cup !== undefined && { cup }),
    reportableCents,
    coFundingBasisPoints,
    lines: lines.slice(0, MAX_SHOWN).map((line) => ({ ...line })) as ExpenseLineView[],
    lineCount: lines.length,
    invoices: invoices.slice(0, MAX_SHOWN).map(billedInvoiceView),
    missing: missing.slice(0, MAX_SHOWN).map(missingView),
    missingCount: missing.length,
    indicators: { ...indicators, services: [...indicators.services], firms: { ...indicators.firms } },
    isWhole,
  };
}
