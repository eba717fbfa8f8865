import { createHash } from 'node:crypto';
import type { Instant } from '@salvatempo/kernel';
import { stringify } from 'csv-stringify/sync';
import { strToU8, zipSync, type Zippable } from 'fflate';
import type { FoundDossier } from './dossiers.handler';
import { missingView } from './dossier.view';

/** Names for what a file names by id; the id alone where nobody answers. */
export type NameOf = (organisationId: string) => string;

/** Cents as euros, basis points as percent: two decimals behind a comma, as a spreadsheet in Italy reads a number. */
const hundredths = (count: number): string => `${Math.trunc(count / 100)},${String(count % 100).padStart(2, '0')}`;

/** As a spreadsheet in Italy opens it; a cell that would be read as a formula is taken as text. */
const csv = (header: readonly string[], rows: readonly (readonly (string | number)[])[]): Uint8Array =>
  strToU8(stringify([[...header], ...rows.map((row) => [...row])], { delimiter: ';', bom: true, escape_formulas: true, record_delimiter: '\r\n' }));

/**
 * The dossier as a zip: expenses, register of aid, indicators, what is missing, and `SHA256SUMS` with the digest of each file, as
 * `sha256sum -c` reads it. The same facts at the same instant give the same bytes.
 */
export function dossierArchive(found: FoundDossier, at: Instant, nameOf: NameOf): Uint8Array {
  const { facts, dossier } = found;
  const files = new Map<string, Uint8Array>([
    ['spese.csv', csv(
      ['impresa', 'tipo di costo', 'fornitore', 'descrizione', 'documento', 'CUP', 'reso il', 'pagato il', 'importo', 'quota del programma', 'cofinanziamento', 'beneficiario', 'acquisto'],
      dossier.lines.map((line) => [nameOf(line.firmId), 'voucher', nameOf(line.providerId), line.description, line.document, line.cup ?? '', line.doneOn, line.paidOn, hundredths(line.totalCents), hundredths(line.eligibleCents), hundredths(line.coFundingCents), line.beneficiary, line.purchaseId]),
    )],
    ['registro-aiuti.csv', csv(
      ['impresa', 'regolamento', 'importo', 'concesso il', 'COR', 'CUP', 'atto inviato il', 'riga'],
      facts.aidRows.map((row) => [nameOf(row.firmId), row.regime, hundredths(row.amountCents), row.grantedOn, row.cor ?? '', row.cup ?? '', row.actOn ?? '', row.rowId]),
    )],
    ['indicatori.csv', csv(['indicatore', 'valore'], indicatorRows(found, at))],
    ['mancanti.csv', csv(['motivo', 'chi può darlo', 'riguarda', 'importo', 'codice'], dossier.missing.map(missingView).map(({ text, giver, subject, cents, code }) => [text, GIVERS[giver]!, subject, hundredths(cents), code]))],
  ]);
  const sums = [...files].map(([name, bytes]) => `${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`).join('');
  const content: Zippable = Object.fromEntries([...files, ['SHA256SUMS', strToU8(sums)] as const]);
  return zipSync(content, { mtime: at });
}

const GIVERS: Readonly<Record<string, string>> = { operator: 'operatore', provider: 'cooperativa', employee: 'dipendente', system: 'nessuno: in corso' };

function indicatorRows({ facts, dossier, isWhole }: FoundDossier, at: Instant): readonly (readonly [string, string | number])[] {
  const { indicators, reportableCents, coFundingBasisPoints } = dossier;
  const { micro, small, medium, large } = indicators.firms;
  return [
    ['bando', facts.terms.title],
    ['CUP', facts.terms.cup ?? ''],
    ['estratto il', at],
    ['completo', isWhole ? 'sì' : 'no'],
    ['rendicontabile (euro)', hundredths(reportableCents)],
    ['cofinanziamento (%)', hundredths(coFundingBasisPoints)],
    ['voucher emessi', indicators.vouchersIssued],
    ['voucher usati', indicators.vouchersRedeemed],
    ['voucher usati (euro)', hundredths(indicators.redeemedCents)],
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
