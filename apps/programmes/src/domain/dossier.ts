import type { AidRow, CallTerms } from '@salvatempo/contracts';
import { derivedId, romeDate, type Cents, type FileKind } from '@salvatempo/kernel';
import { indicatorsOf, type IndicatorFacts, type Indicators } from './indicators';
import type { Spending, SpendingStage } from './spending';

/** An invoice of a supplier, as far as a report asks. */
export interface SupplierInvoice {
  readonly invoiceId: string;
  readonly number: string;
  /** Day in Rome. */
  readonly issuedOn: string;
  readonly netCents: Cents;
  readonly vatCents: Cents;
  readonly cup?: string | undefined;
  /** The invoice itself, once it was handed in. */
  readonly file?: { readonly fileId: string; readonly kind: FileKind; readonly sizeBytes: number; readonly contentHash: string } | undefined;
}

export interface DossierFacts extends IndicatorFacts {
  readonly callId: string;
  readonly terms: CallTerms;
  /** Of this call alone. */
  readonly aidRows: readonly AidRow[];
  /** The invoice on which a purchase stands, by the purchase. */
  readonly invoices: ReadonlyMap<string, SupplierInvoice>;
}

/** An expense that may be reported: paid, on proof, with everything that the call asks for. */
export interface ExpenseLine {
  readonly purchaseId: string;
  /** The firm that the aid goes to. */
  readonly firmId: string;
  readonly costType: 'vouchers';
  readonly providerId: string;
  readonly description: string;
  /** The voucher that was redeemed. */
  readonly document: string;
  /** Number and day of the supplier's invoice, where it was written down. */
  readonly invoiceNumber?: string;
  readonly invoicedOn?: string;
  readonly cup?: string | undefined;
  readonly doneOn: string;
  readonly paidOn: string;
  readonly totalCents: Cents;
  /** What the programme pays, and what the firm adds. */
  readonly eligibleCents: Cents;
  readonly coFundingCents: Cents;
  /** Stands for the person; the same within a call, another in the next. */
  readonly beneficiary: string;
}

/** Why something can't be reported yet. */
export type MissingCode = 'voucher-not-issued' | 'voucher-not-redeemed' | 'work-not-done' | 'payment-under-way' | 'cup-missing' | 'grant-act-not-sent' | 'evidence-not-kept' | 'invoice-not-given' | 'invoice-file-not-given';
/** Who can give what is missing. */
export type Giver = 'operator' | 'provider' | 'employee' | 'system';

export interface Missing {
  readonly code: MissingCode;
  readonly giver: Giver;
  /** The purchase, the row of the register, or the code of the document. */
  readonly subject: string;
  /** Euro cents that can't be reported for it. */
  readonly cents: Cents;
}

/** An invoice with the provider who gave it, the month of its statement and how many of the lines it bills. */
export interface BilledLines extends SupplierInvoice {
  readonly providerId: string;
  readonly month: string;
  readonly lines: number;
}

export interface Dossier {
  readonly lines: readonly ExpenseLine[];
  /** The invoices on which the lines stand, each once. */
  readonly invoices: readonly BilledLines[];
  readonly missing: readonly Missing[];
  readonly indicators: Indicators;
  readonly reportableCents: Cents;
  /** Share of what the firms add in what is reportable, in basis points; 0 where nothing is. */
  readonly coFundingBasisPoints: number;
}

const [INVOICE, INVOICE_FILE] = ['invoice', 'invoice-file'];
/** What the events of this territory prove by themselves, and invoices and their files, which providers give; a call that asks for more is told so. */
export const KEPT_EVIDENCE: ReadonlySet<string> = new Set(['voucher', 'redemption', 'completion', 'payment', 'grant-act', INVOICE, INVOICE_FILE]);

/** Whether nothing of a call is reportable without its supplier's invoice. */
export const asksForInvoices = ({ evidence }: Pick<CallTerms, 'evidence'>): boolean => evidence?.some((code) => code === INVOICE || code === INVOICE_FILE) ?? false;
/** Whether nothing of a call is reportable without the file of its supplier's invoice. */
export const asksForInvoiceFiles = ({ evidence }: Pick<CallTerms, 'evidence'>): boolean => evidence?.includes(INVOICE_FILE) ?? false;

const WAITS: Readonly<Partial<Record<SpendingStage, readonly [MissingCode, Giver]>>> = {
  requested: ['voucher-not-issued', 'system'],
  issued: ['voucher-not-redeemed', 'employee'],
  redeemed: ['work-not-done', 'provider'],
  fulfilled: ['payment-under-way', 'system'],
};

/** What of a call can be reported, what can't yet and why, and its indicators (rules, section 5.4). A pure function of what happened. */
export function dossierOf(facts: DossierFacts): Dossier {
  const { spendings } = facts;
  const paid = spendings.filter(({ stage }) => stage === 'paid');
  const unbilled = paid.flatMap((one) => unbilledBy(one, facts));
  const lines = linesOf(facts);
  const reportableCents = sum(lines.map(({ eligibleCents }) => eligibleCents));
  const coFundingCents = sum(lines.map((line) => line.coFundingCents));
  return {
    lines,
    invoices: billedLines(lines, facts),
    missing: missingOf(facts, paid, unbilled),
    indicators: indicatorsOf(facts),
    reportableCents,
    coFundingBasisPoints: lines.length === 0 ? 0 : Math.floor((coFundingCents * 10_000) / (reportableCents + coFundingCents)),
  };
}

/** Facts by which an expense is reportable, whatever else a dossier tells. */
export type LineFacts = Pick<DossierFacts, 'callId' | 'terms' | 'spendings' | 'invoices'>;

/** What is paid, on proof, with everything that the call asks for. */
export function linesOf(facts: LineFacts): readonly ExpenseLine[] {
  if (facts.terms.cup === undefined) return [];
  return facts.spendings.filter((one) => one.stage === 'paid' && unbilledBy(one, facts).length === 0).map((one) => lineOf(one, facts));
}

/** What a paid purchase lacks of the invoice that the call asks for, if anything. */
function unbilledBy({ purchaseId, incentiveCents }: Spending, { terms, invoices }: LineFacts): readonly Missing[] {
  const invoice = invoices.get(purchaseId);
  const missing = (code: MissingCode): readonly Missing[] => [{ code, giver: 'provider', subject: purchaseId, cents: incentiveCents }];
  if (asksForInvoices(terms) && !invoice) return missing('invoice-not-given');
  return asksForInvoiceFiles(terms) && !invoice?.file ? missing('invoice-file-not-given') : [];
}

const lineOf = (spending: Spending, { callId, terms, invoices }: LineFacts): ExpenseLine => ({
  purchaseId: spending.purchaseId,
  firmId: spending.firmId,
  costType: 'vouchers',
  providerId: spending.providerId,
  description: spending.title,
  document: spending.voucherId!,
  ...invoiceOf(invoices.get(spending.purchaseId)),
  cup: terms.cup,
  doneOn: romeDate(spending.fulfilledAt!),
  paidOn: romeDate(spending.paidAt!),
  totalCents: spending.totalCents,
  eligibleCents: spending.incentiveCents,
  coFundingCents: spending.creditCents + (spending.ownCents ?? 0),
  beneficiary: derivedId('bnf', callId, spending.personId),
});

const invoiceOf = (invoice: SupplierInvoice | undefined): Pick<ExpenseLine, 'invoiceNumber' | 'invoicedOn'> => (invoice === undefined ? {} : { invoiceNumber: invoice.number, invoicedOn: invoice.issuedOn });

function billedLines(lines: readonly ExpenseLine[], { invoices }: DossierFacts): readonly BilledLines[] {
  const found = new Map<string, BilledLines>();
  for (const { purchaseId, providerId, paidOn } of lines) {
    const invoice = invoices.get(purchaseId);
    if (invoice) found.set(invoice.invoiceId, { ...invoice, providerId, month: paidOn.slice(0, 7), lines: (found.get(invoice.invoiceId)?.lines ?? 0) + 1 });
  }
  return [...found.values()];
}

function missingOf({ terms, spendings, aidRows }: DossierFacts, paid: readonly Spending[], unbilled: readonly Missing[]): readonly Missing[] {
  const paidCents = sum(paid.map(({ incentiveCents }) => incentiveCents));
  const waiting = spendings.flatMap(({ purchaseId, stage, incentiveCents }): Missing[] => {
    const why = WAITS[stage];
    return why ? [{ code: why[0], giver: why[1], subject: purchaseId, cents: incentiveCents }] : [];
  });
  const noCup: Missing[] = terms.cup === undefined && paid.length > 0 ? [{ code: 'cup-missing', giver: 'operator', subject: 'cup', cents: paidCents }] : [];
  const acts = aidRows.filter(({ source, actOn }) => source === 'granted' && actOn === undefined).map(({ rowId, amountCents }): Missing => ({ code: 'grant-act-not-sent', giver: 'operator', subject: rowId, cents: amountCents }));
  const documents = (terms.evidence ?? []).filter((code) => !KEPT_EVIDENCE.has(code)).map((code): Missing => ({ code: 'evidence-not-kept', giver: 'operator', subject: code, cents: paidCents }));
  return [...noCup, ...documents, ...acts, ...unbilled, ...waiting];
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
