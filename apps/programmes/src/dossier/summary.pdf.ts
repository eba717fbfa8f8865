import { PdfSheet } from '@salvatempo/http';
import type { Instant } from '@salvatempo/kernel';
import type { Missing } from '../domain/dossier';
import type { FoundDossier } from './dossiers.handler';
import { missingText } from './missing.text';
import { giverName, indicatorRows, type TableCell } from './dossier.tables';

const number = new Intl.NumberFormat('it-IT', { minimumFractionDigits: 2, maximumFractionDigits: 2, useGrouping: 'always' });
const shown = (cell: TableCell): string => (typeof cell === 'object' ? number.format(cell.hundredths / 100) : String(cell));
const euros = (cents: number): string => `${number.format(cents / 100)} €`;
const inRome = (at: Instant): string => new Intl.DateTimeFormat('it-IT', { timeZone: 'Europe/Rome', dateStyle: 'long', timeStyle: 'short' }).format(new Date(at));

/** One kind of what is missing, with how often and how many euros wait for it: a summary stays short however long the list is. */
function kindsOf(missing: readonly Missing[]): readonly { readonly text: string; readonly giver: string; readonly count: number; readonly cents: number }[] {
  const kinds = new Map<string, { readonly text: string; readonly giver: string; readonly count: number; readonly cents: number }>();
  for (const { code, subject, giver, cents } of missing) {
    const text = missingText(code, subject);
    const before = kinds.get(text);
    kinds.set(text, { text, giver: giverName(giver), count: (before?.count ?? 0) + 1, cents: (before?.cents ?? 0) + cents });
  }
  return [...kinds.values()];
}

/** The dossier in a page or two, in Italian: totals, what is missing and who can give it, indicators. */
export function summaryPdf(found: FoundDossier, at: Instant): Promise<Uint8Array> {
  const { facts: { terms }, dossier, isWhole } = found;
  const sheet = new PdfSheet(`Riepilogo del dossier: ${terms.title}`, at);
  sheet.heading('H1', `Riepilogo del dossier: ${terms.title}`);
  sheet.paragraph(`Estratto il ${inRome(at)}. Le righe di spesa sono nei file dello stesso archivio; le persone vi compaiono con un altro nome.`);
  if (!isWhole) sheet.paragraph('Il dossier non è completo: il bando ha più acquisti o concessioni di quanti ne legge.');
  sheet.gap();
  sheet.heading('H2', 'Totali');
  sheet.fact('CUP', terms.cup ?? 'il bando non ha un CUP');
  if (terms.funder !== undefined) sheet.fact('Ente che paga', terms.funder);
  sheet.fact('Righe di spesa rendicontabili', String(dossier.lines.length));
  sheet.fact('Rendicontabile, quota del programma', euros(dossier.reportableCents));
  sheet.fact('Cofinanziamento delle imprese', euros(dossier.lines.reduce((sum, { coFundingCents }) => sum + coFundingCents, 0)));
  sheet.fact('Quota di cofinanziamento', `${number.format(dossier.coFundingBasisPoints / 100)}%`);
  sheet.gap();
  sheet.heading('H2', 'Non ancora rendicontabile');
  if (dossier.missing.length === 0) sheet.paragraph('Non manca nulla.');
  for (const { text, giver, count, cents } of kindsOf(dossier.missing)) sheet.fact(text, `${count} ${count === 1 ? 'volta' : 'volte'}, ${euros(cents)}; può darlo: ${giver}`);
  sheet.gap();
  sheet.heading('H2', 'Indicatori');
  for (const [name, value, source] of indicatorRows(found, at).slice(INDICATORS_FROM)) sheet.fact(name, `${shown(value)} (${source})`);
  return sheet.bytes();
}

/** What stands before them is said in the totals already. */
const INDICATORS_FROM = 6;
