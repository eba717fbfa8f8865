import { centsOfDigits, type Cents } from '@salvatempo/kernel';
import type { FieldError } from '@salvatempo/http';
import type { BankLinePersonal } from './bank-line.aggregate';

/** One credit of a statement. */
export interface StatementLine extends BankLinePersonal {
  readonly amountCents: Cents;
  /** Day in Rome, `YYYY-MM-DD`. */
  readonly bookedOn: string;
}

export interface ReadStatement {
  readonly lines: readonly StatementLine[];
  /** What went out, or isn't booked yet. */
  readonly skipped: number;
}

export const MAX_STATEMENT_BYTES = 4 * 1_048_576;
export const MAX_STATEMENT_LINES = 1_000;
/** As long as ISO 20022 lets a name and a line of remittance information be. */
const MAX_PAYER = 70;
const MAX_TEXT = 140;
/** 1,000,000 EUR: more than any firm's credit, so that a wrong column isn't taken for an amount. */
const MAX_LINE_CENTS = 100_000_000;

/** Where something of a line stands in the file, from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export const wrong = (place: Place, field: string, code: string, message: string): FieldError => ({ ...place, field, code, message });

/** Euro cents of an amount as banks write it: `1.234,56`, `1234,56` or `1234.56`; undefined for anything else, and above the most. */
export function centsOf(text: string): Cents | undefined {
  const amount = /^(?:(\d{1,3}(?:\.\d{3})+)|(\d{1,9}))(?:[.,](\d{1,2}))?$/.exec(text);
  if (!amount) return undefined;
  const cents = centsOfDigits((amount[1] ?? amount[2]!).replaceAll('.', ''), amount[3]);
  return cents <= MAX_LINE_CENTS ? cents : undefined;
}

/** What an operator is shown of a line: one line of text, cut to its length. */
const shown = (text: string, length: number): string => text.replace(/[\p{Cc}\s]+/gu, ' ').trim().slice(0, length);

export const statementLine = (line: StatementLine): StatementLine => ({ ...line, payer: shown(line.payer, MAX_PAYER), text: shown(line.text, MAX_TEXT) });

/** A bank's reference of a movement: what makes a line the same in two files. */
export const isBankReference = (text: string): boolean => /^[\x21-\x7e](?:[\x20-\x7e]{0,33}[\x21-\x7e])?$/.test(text);

/** A line that is twice in one file would be credited once: the bank's references tell too little. */
export function doubles(lines: readonly { readonly line: StatementLine; readonly place: Place }[]): readonly FieldError[] {
  const first = new Map<string, number>();
  return lines.flatMap(({ line: { bankReference, bookedOn, amountCents }, place }) => {
    const key = `${bankReference} ${bookedOn} ${amountCents}`;
    const before = first.get(key);
    first.set(key, before ?? place.line);
    return before === undefined ? [] : [wrong(place, 'riferimento_banca', 'line-twice', `Questo movimento c’è già alla riga ${before}: stesso riferimento, stesso giorno, stesso importo.`)];
  });
}
