import type { Instant } from '@salvatempo/kernel';
import { missingView } from './dossier.view';
import { INDICATOR_SOURCES as FROM, NOT_KNOWN } from './indicator-sources.text';
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
    { name: 'indicatori', header: ['indicatore', 'valore', 'fonte'], rows: indicatorRows(found, at) },
    ...workTable(found, nameOf),
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

/** Work that each provider declared, where any did. */
const workTable = ({ dossier: { indicators } }: FoundDossier, nameOf: NameOf): readonly DossierTable[] =>
  indicators.work.length === 0
    ? []
    : [{
        name: 'lavoro',
        header: ['fornitore', 'mesi dichiarati', 'posti creati, donne', 'posti creati, uomini', 'ore di lavoro, donne', 'ore di lavoro, uomini', 'ore di apertura in più', 'fonte'],
        rows: indicators.work.map(({ providerId, months, women, men, extraOpeningHours }) => [nameOf(providerId), months, women.posts, men.posts, women.hours, men.hours, extraOpeningHours ?? NOT_KNOWN, FROM.work]),
      }];

/** The indicators by their Italian names and with what they rest on, after the call and the time of the extract. */
export function indicatorRows({ facts, dossier, isWhole }: FoundDossier, at: Instant): readonly (readonly [string, TableCell, string])[] {
  const { indicators, reportableCents, coFundingBasisPoints } = dossier;
  const { firms: { micro, small, medium, large }, workers, workCreated } = indicators;
  return [
    ['bando', facts.terms.title, ''],
    ['CUP', facts.terms.cup ?? '', ''],
    ['estratto il', at, ''],
    ['completo', isWhole && archivedFiles(dossier.invoices).isWhole ? 'sì' : 'no', ''],
    ['rendicontabile (euro)', amount(reportableCents), ''],
    ['cofinanziamento (%)', amount(coFundingBasisPoints), ''],
    ['voucher emessi', indicators.vouchersIssued, FROM.vouchers],
    ['voucher usati', indicators.vouchersRedeemed, FROM.vouchers],
    ['voucher usati (euro)', amount(indicators.redeemedCents), FROM.vouchers],
    ['persone', indicators.people, FROM.people],
    ['accessi', indicators.accesses, FROM.people],
    ['lavoratrici', workers.women, FROM.workers],
    ['lavoratori', workers.men, FROM.workers],
    ['lavoratrici e lavoratori di cui il sesso non è noto', workers.unknown, FROM.workers],
    ['famiglie', indicators.families ?? NOT_KNOWN, FROM.families],
    ['minori', indicators.minors ?? NOT_KNOWN, FROM.families],
    ['persone di cui la famiglia non è nota', indicators.withoutFamily, FROM.families],
    ['servizi', indicators.services.join(', '), FROM.services],
    ['fornitori', indicators.providers, FROM.services],
    ['imprese micro (meno di 10)', micro, FROM.firms],
    ['imprese piccole (10-49)', small, FROM.firms],
    ['imprese medie (50-249)', medium, FROM.firms],
    ['imprese grandi (da 250)', large, FROM.firms],
    ['piani di welfare aperti', indicators.plansOpened, FROM.plans],
    ['posti di lavoro creati, donne', workCreated?.women.posts ?? NOT_KNOWN, FROM.work],
    ['posti di lavoro creati, uomini', workCreated?.men.posts ?? NOT_KNOWN, FROM.work],
    ['ore di lavoro, donne', workCreated?.women.hours ?? NOT_KNOWN, FROM.work],
    ['ore di lavoro, uomini', workCreated?.men.hours ?? NOT_KNOWN, FROM.work],
    ['ore di apertura in più', indicators.extraOpeningHours ?? NOT_KNOWN, FROM.work],
  ];
}
