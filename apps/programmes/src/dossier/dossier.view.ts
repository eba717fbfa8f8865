import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { BilledLines, Dossier, Missing } from '../domain/dossier';
import type { Indicators } from '../domain/indicators';
import { InvoiceFileView, invoiceFileView } from '../keep-invoice-file/invoice-file.view';
import { INDICATOR_SOURCES } from './indicator-sources.text';
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

class BySexView {
  @ApiProperty({ description: 'Created.' }) posts!: number;
  @ApiProperty({ description: 'Worked.' }) hours!: number;
}

export class WorkCreatedView {
  @ApiProperty({ type: BySexView }) women!: BySexView;
  @ApiProperty({ type: BySexView }) men!: BySexView;
}

export class ProviderWorkView extends WorkCreatedView {
  @ApiProperty() providerId!: string;
  @ApiPropertyOptional({ description: 'Missing where nobody answers.' }) name?: string;
  @ApiProperty({ description: 'Months that it declared.' }) months!: number;
  @ApiPropertyOptional({ description: 'Missing where it never said.' }) extraOpeningHours?: number;
}

export class WorkersView {
  @ApiProperty() women!: number;
  @ApiProperty() men!: number;
  @ApiProperty({ description: 'Of whom nobody told.' }) unknown!: number;
}

export class IndicatorSourceView {
  @ApiProperty({ enum: Object.keys(INDICATOR_SOURCES) }) code!: string;
  @ApiProperty({ description: 'What these indicators rest on, in Italian.' }) text!: string;
}

/** What is missing is not known. */
export class IndicatorsView {
  @ApiProperty() vouchersIssued!: number;
  @ApiProperty() vouchersRedeemed!: number;
  @ApiProperty({ description: 'Euro cents.' }) redeemedCents!: number;
  @ApiProperty({ description: 'Each person once.' }) people!: number;
  @ApiProperty({ description: 'Each time that somebody came.' }) accesses!: number;
  @ApiProperty({ type: [String] }) services!: string[];
  @ApiProperty() providers!: number;
  @ApiProperty({ type: FirmSizesView, description: 'Firms with a grant, by size.' }) firms!: FirmSizesView;
  @ApiProperty({ description: 'Welfare plans that these firms opened since the call did.' }) plansOpened!: number;
  @ApiProperty({ type: WorkersView, description: 'The same people, by sex.' }) workers!: WorkersView;
  @ApiPropertyOptional({ description: 'Of those people who keep relatives here, one each. Missing: not known.' }) families?: number;
  @ApiPropertyOptional({ description: 'In these families. A child of two people who came counts twice. Missing: not known.' }) minors?: number;
  @ApiProperty({ description: 'People of whose family nothing is known.' }) withoutFamily!: number;
  @ApiPropertyOptional({ type: WorkCreatedView, description: 'Of all providers that declared any. Missing: not known.' }) workCreated?: WorkCreatedView;
  @ApiPropertyOptional({ description: 'Hours in which services were open beyond what they were before the call. Missing: not known.' }) extraOpeningHours?: number;
  @ApiProperty({ type: [ProviderWorkView], description: 'As declared by each provider of the call.' }) work!: ProviderWorkView[];
  @ApiProperty({ type: [IndicatorSourceView] }) sources!: IndicatorSourceView[];
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

export function dossierView(callId: string, cup: string | undefined, { lines, invoices, missing, indicators, reportableCents, coFundingBasisPoints }: Dossier, isWhole: boolean, nameOf: (providerId: string) => string | undefined): DossierView {
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
    indicators: indicatorsView(indicators, nameOf),
    isWhole,
  };
}

const sources = Object.entries(INDICATOR_SOURCES).map(([code, text]) => ({ code, text }));

const indicatorsView = (indicators: Indicators, nameOf: (providerId: string) => string | undefined): IndicatorsView => ({
  ...structuredClone(indicators as object as Omit<IndicatorsView, 'work' | 'sources'>),
  work: indicators.work.map((one) => {
    const name = nameOf(one.providerId);
    return { ...structuredClone(one as object as ProviderWorkView), ...(name !== undefined && { name }) };
  }),
  sources,
});
