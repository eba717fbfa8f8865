import { PdfSheet } from '@salvatempo/http';
import { formatEuro, formatHours, startOfRomeDay, type Cents, type Minutes } from '@salvatempo/kernel';
import type { Issued } from './proforma.aggregate';

export interface ProformaFacts extends Issued {
  /** Of each person's credit; both or neither. */
  readonly letter?: string;
  readonly eachCents?: Cents;
  /** Of credit in hours: what each person is given. */
  readonly hours?: { readonly minutes: Minutes; readonly hourCents: Cents };
  readonly firm?: { readonly name: string; readonly vatNumber: string };
  readonly payTo?: { readonly payee: string; readonly iban: string };
}

const dayOf = (day: string): string => new Intl.DateTimeFormat('it-IT', { timeZone: 'Europe/Rome', dateStyle: 'long' }).format(new Date(startOfRomeDay(day)));
const inFours = (digits: string): string => digits.replace(/(.{4})(?=.)/g, '$1 ');

/** A pro-forma as a tagged PDF in Italian; the same facts give the same bytes. */
export function proformaPdf({ ordinal, issuedOn, amountCents, reference, letter, eachCents, hours, firm, payTo }: ProformaFacts): Promise<Uint8Array> {
  const sheet = new PdfSheet(`Proforma n. ${ordinal}`, startOfRomeDay(issuedOn));
  sheet.heading('H1', `Proforma n. ${ordinal}`);
  sheet.paragraph('Richiesta di versamento per il credito welfare dei dipendenti. Non è una fattura e non ha valore ai fini IVA.');
  sheet.heading('H2', 'Impresa');
  sheet.fact('Nome', firm?.name ?? '');
  sheet.fact('Partita IVA', firm?.vatNumber ?? '');
  sheet.fact('Emessa il', dayOf(issuedOn));
  sheet.gap();
  sheet.heading('H2', 'Credito');
  if (letter !== undefined && eachCents !== undefined) {
    sheet.fact('Lettera dell’art. 51 TUIR', letter);
    sheet.fact('Per ogni persona', hours ? `${formatHours(hours.minutes)} di servizio a ${formatEuro(hours.hourCents)} l’ora: ${formatEuro(eachCents)}` : formatEuro(eachCents));
    sheet.fact('Persone', String(Math.round(amountCents / eachCents)));
  }
  sheet.fact('Totale da versare', formatEuro(amountCents));
  sheet.gap();
  sheet.heading('H2', 'Bonifico');
  sheet.fact('Beneficiario', payTo?.payee ?? '');
  sheet.fact('IBAN', payTo ? inFours(payTo.iban) : '');
  sheet.fact('Causale', inFours(reference));
  sheet.paragraph('Nella causale vanno le sedici cifre: le ultime due controllano le altre, e da quelle il bonifico viene riconosciuto.');
  return sheet.bytes();
}
