import { PdfSheet } from '@salvatempo/http';
import { startOfRomeDay } from '@salvatempo/kernel';
import type { PlanDraft, PlanDraftFacts } from './plan-draft.handler';
import type { RuleNote } from './plan-rules.table';

export interface RegulationFacts {
  readonly draft: PlanDraft;
  readonly facts: PlanDraftFacts;
  /** Names of the groups that the plan is for, by the day's rules. */
  readonly categoryNames: readonly string[];
}

export interface RegulationSection {
  readonly heading: string;
  readonly paragraphs: readonly string[];
}

const CERTAINTY: Readonly<Record<string, string>> = { primary: 'dal testo della norma', secondary: 'da fonti secondarie', knowledge: 'da verificare sulla norma', unsure: 'incerto, da chiedere al consulente' };
const euros = (cents: number): string => new Intl.NumberFormat('it-IT', { style: 'currency', currency: 'EUR', useGrouping: 'always' }).format(cents / 100);
const dayOf = (day: string): string => new Intl.DateTimeFormat('it-IT', { timeZone: 'Europe/Rome', dateStyle: 'long' }).format(new Date(startOfRomeDay(day)));
const noted = ({ text, norm, confidence }: RuleNote): string => `${text} (${norm}; ${CERTAINTY[confidence] ?? confidence})`;

/** What a regulation made of a draft says, in Italian and without a word about anybody: the firm fills in its name and signs. */
export function regulationSections({ draft, facts, categoryNames }: RegulationFacts): readonly RegulationSection[] {
  const letters = [...new Set(draft.lines.map(({ taxLetter }) => taxLetter))].sort();
  return [
    { heading: '1. Scopo', paragraphs: ['Il piano aiuta chi lavora nell’impresa a conciliare lavoro, famiglia e tempo, con un credito da usare in servizi.', draft.source] },
    { heading: '2. Destinatari', paragraphs: [categoryNames.length === 0 ? 'Tutti i dipendenti dell’impresa, presenti e futuri.' : `I dipendenti, presenti e futuri, di queste categorie: ${categoryNames.join(', ')}.`] },
    { heading: '3. Importo', paragraphs: [`A ogni destinatario spetta un credito di ${euros(facts.perPersonCents)} all’anno.`, 'L’importo è uguale per tutti i destinatari.'] },
    { heading: '4. Servizi per lettera dell’art. 51 TUIR', paragraphs: letters.length === 0 ? ['I servizi sono ancora da scegliere.'] : letters.flatMap((letter) => letterParagraphs(letter, draft)) },
    { heading: '5. Regole e credito che resta', paragraphs: draft.notes.map(noted) },
    { heading: '6. Fine del piano', paragraphs: ['Quando il piano finisce non si assegna altro credito. Quello già assegnato si usa fino alla sua scadenza, che è comunicata a ogni destinatario.'] },
    { heading: '7. Pubblicità', paragraphs: ['Il regolamento è consegnato a tutti i destinatari e resta a disposizione nei luoghi di lavoro; ogni modifica è comunicata prima che valga.'] },
  ];
}

function letterParagraphs(letter: string, { lines }: PlanDraft): readonly string[] {
  const own = lines.filter(({ taxLetter }) => taxLetter === letter);
  const notes = new Set(own.flatMap((line) => line.notes.map(noted)));
  return [`Lettera ${letter}: ${own.map(({ name }) => name).join('; ')}.`, ...notes];
}

/** The same as a tagged PDF in Italian. The same draft gives the same text on the same day. */
export function regulationPdf(regulation: RegulationFacts): Promise<Uint8Array> {
  const { day } = regulation.facts;
  const title = 'Regolamento del piano welfare';
  const sheet = new PdfSheet(title, startOfRomeDay(day));
  sheet.heading('H1', title);
  sheet.paragraph(`Bozza del ${dayOf(day)}. Non è un parere: va letta con il consulente prima della firma.`);
  for (const { heading, paragraphs } of regulationSections(regulation)) {
    sheet.heading('H2', heading);
    for (const paragraph of paragraphs) sheet.paragraph(paragraph);
  }
  sheet.paragraph('Impresa, luogo, data e firma: ______________________________');
  return sheet.bytes();
}
