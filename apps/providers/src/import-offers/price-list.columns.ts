import { centsOfDigits, type Cents, type Minutes } from '@salvatempo/kernel';

/** One line of a price list that was found right. */
export interface PriceRow {
  readonly code: string;
  readonly title: string;
  readonly priceCents: Cents;
  readonly serviceCode: string;
  readonly taxLetter: string;
  readonly maxValidityDays: number;
  /** Of a service that is sold by time. */
  readonly durationMinutes?: Minutes;
}

/** What is wrong with a cell: a stable code and a text for the person who sent the file. */
export interface CellError {
  readonly code: string;
  readonly message: string;
}

const wrong = (code: string, message: string): CellError => ({ code, message });
const isError = (value: unknown): value is CellError => typeof value === 'object' && value !== null && 'message' in value;
export { isError as isCellError };

/** 1,000,000 EUR, the most that the contracts admit. */
const MAX_PRICE_CENTS = 100_000_000;

/** 100 hours, the most that the contracts admit. */
const MAX_DURATION_MINUTES = 6_000;

/** The columns of a price list, by their header: how a cell is read, or what is wrong with it. */
export const columns = {
  codice: (cell: string): string | CellError =>
    /^[\p{L}\p{N}][\p{L}\p{N}._/-]{0,39}$/u.test(cell) ? cell : wrong('code-format', 'Il codice ha da 1 a 40 caratteri: lettere, cifre e . _ / -'),
  titolo: (cell: string): string | CellError =>
    cell.length >= 1 && cell.length <= 120 && !/\p{Cc}/u.test(cell) ? cell : wrong('title-length', 'Il titolo ha da 1 a 120 caratteri, su una riga.'),
  prezzo: (cell: string): number | CellError => {
    const match = /^(\d{1,7})(?:[.,](\d{1,2}))?$/.exec(cell);
    if (!match) return wrong('price-format', 'Il prezzo va scritto come 40,00 oppure 40.00, senza punti delle migliaia.');
    const cents = centsOfDigits(match[1]!, match[2]);
    return cents >= 1 && cents <= MAX_PRICE_CENTS ? cents : wrong('price-range', 'Il prezzo va da 0,01 a 1.000.000,00 euro.');
  },
  servizio: (cell: string, letterOf: (serviceCode: string) => string | undefined): { serviceCode: string; taxLetter: string } | CellError => {
    const taxLetter = letterOf(cell);
    return taxLetter === undefined ? wrong('service-unknown', 'Questo servizio non è nella tabella dei servizi.') : { serviceCode: cell, taxLetter };
  },
  validita_giorni: (cell: string): number | CellError =>
    /^\d{1,3}$/.test(cell) && Number(cell) >= 1 && Number(cell) <= 366 ? Number(cell) : wrong('validity-range', 'La validità va da 1 a 366 giorni interi.'),
  durata_minuti: (cell: string): Minutes | undefined | CellError => {
    if (cell === '') return undefined;
    const isRight = /^\d{1,4}$/.test(cell) && Number(cell) >= 1 && Number(cell) <= MAX_DURATION_MINUTES;
    return isRight ? Number(cell) : wrong('duration-range', `La durata va da 1 a ${MAX_DURATION_MINUTES} minuti interi, oppure resta vuota.`);
  },
} as const;

export type Column = keyof typeof columns;
/** A price list may leave them out. */
export const optionalColumns: readonly Column[] = ['durata_minuti'];
export const columnNames = Object.keys(columns) as readonly Column[];
