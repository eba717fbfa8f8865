import type { Instant } from '@salvatempo/kernel';
import { missingView } from './dossier.view';
import type { FoundDossier } from './dossiers.handler';
import { archivedFiles } from './invoice-files.list';

/** Names for what a file names by id; the id alone where nobody answers. */
export type NameOf = (organisationId: string) => string;

/** Cents as euros or basis points as percent: a number with two decimals. */
export interface Hundredths {
  readonly hundredths: number;
}

export type TableCell = string | number | Hundredths;

/** One table of the dossier: a CSV file, and a sheet of the workbook. */
export interface DossierTable {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly TableCell[])[];
}

const amount = (hundredths: number): Hundredths => ({ hundredths });
const GIVERS: Readonly<Record<string, string>> = { operator: 'operatore', provider: 'cooperativa', employee: 'dipendente', system: 'nessuno: in corso' };

/** Who can give what is missing, in Italian. */
export const giverName = (giver: string): string => GIVERS[giver] ?? giver;

/** Expenses, register of aid, indicators and what is missing, in Italian. */
export function dossierTables(found: FoundDossier, at: Instant, nameOf: NameOf): readonly DossierTable[] {
  const { facts, dossier } = found;
  return [
    {
      name: 'spese',
      header: ['impresa', 'tipo di costo', 'fornitore', 'descrizione', 'documento', 'fattura', 'fattura del', 'CUP', 'reso il', 'pagato il', 'importo', 'quota del programma', 'cofinanziamento', 'beneficiario', 'acquisto'],
      rows: dossier.lines.map((line) => [nameOf(line.firmId), 'voucher', nameOf(line.providerId), line.description, line.document, line.invoiceNumber ?? '', line.invoicedOn ?? '', line.cup ?? '', line.doneOn, line.paidOn, amount(line.totalCents), amount(line.eligibleCents), amount(line.coFundingCents), line.beneficiary, line.purchaseId]),
    },
    ...invoiceTable(found, nameOf),
    {
      name: 'registro-aiuti',
      header: ['impresa', 'regolamento', 'importo', 'concesso il', 'COR', 'CUP', 'atto inviato il', 'riga'],
      rows: facts.aidRows.map((row) => [nameOf(row.firmId), row.regime, amount(row.amountCents), row.grantedOn, row.cor ?? '', row.cup ?? '', row.actOn ?? '', row.rowId]),
    },
    { name: 'indicatori', header: ['indicatore', 'valore'], rows: indicatorRows(found, at) },
    { name: 'mancanti', header: ['motivo', 'chi può darlo', 'riguarda', 'importo', 'codice'], rows: dossier.missing.map(missingView).map(({ text, giver, subject, cents, code }) => [text, giverName(giver), subject, amount(cents), code]) },
  ];
}

/** A table of its own, where there are invoices at all. */
function invoiceTable({ dossier: { invoices } }: FoundDossier, nameOf: NameOf): readonly DossierTable[] {
  if (invoices.length === 0) return [];
  const { files } = archivedFiles(invoices);
  return [{
    name: 'fatture',
    header: ['fornitore', 'numero', 'del', 'imponibile', 'IVA', 'CUP', 'spese', 'file', 'SHA-256'],
    rows: invoices.map((one) => [nameOf(one.providerId), one.number, one.issuedOn, amount(one.netCents), amount(one.vatCents), one.cup ?? '', one.lines, files.get(one.invoiceId)?.name ?? '', one.file?.contentHash ?? '']),
  }];
}

/** The indicators by their Italian names, with the call and the time of the extract. */
export function indicatorRows({ facts, dossier, isWhole }: FoundDossier, at: Instant): readonly (readonly [string, TableCell])[] {
  const { indicators, reportableCents, coFundingBasisPoints } = dossier;
  const { micro, small, medium, large } = indicators.firms;
  return [
    ['bando', facts.terms.title],
    ['CUP', facts.terms.cup ?? ''],
    ['estratto il', at],
    ['completo', isWhole && archivedFiles(dossier.invoices).isWhole ? 'sì' : 'no'],
    ['rendicontabile (euro)', amount(reportableCents)],
    ['cofinanziamento (%)', amount(coFundingBasisPoints)],
    ['voucher emessi', indicators.vouchersIssued],
    ['voucher usati', indicators.vouchersRedeemed],
    ['voucher usati (euro)', amount(indicators.redeemedCents)],
    ['persone', indicators.people],
    ['accessi', indicators.accesses],
    ['servizi', indicators.services.join(', ')],
    ['fornitori', indicators.providers],
    ['imprese micro (meno di 10)', micro],
    ['imprese piccole (10-49)', small],
    ['imprese medie (50-249)', medium],
    ['imprese grandi (da 250)', large],
  ];
}
