import { isFiscalCode, looksLikeFiscalCode, normaliseFiscalCode, startOfRomeDay } from '@salvatempo/kernel';
import { PERSON_NAME } from '../domain/person-name';
import { categoryKindOf } from './employee-categories.table';

/** What is wrong with a cell: a stable code and a text for the person who sent the file. It never repeats what was written. */
export interface CellError {
  readonly code: string;
  readonly message: string;
}

const wrong = (code: string, message: string): CellError => ({ code, message });
export const isCellError = (value: unknown): value is CellError => typeof value === 'object' && value !== null && 'message' in value;

const nameOf = (cell: string): string | CellError =>
  PERSON_NAME.test(cell) ? cell : wrong('name-format', 'Ha da 1 a 60 caratteri: lettere, spazi, apostrofi e trattini.');

function dateOf(cell: string): string | CellError {
  const [, day, month, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(cell) ?? [];
  const date = year === undefined ? cell : `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`;
  if (date === '') return '';
  return /^\d{4}-\d{2}-\d{2}$/.test(date) && isDate(date) ? date : wrong('date-format', 'La data va scritta come 01/03/2024 oppure 2024-03-01.');
}

/** The columns of a file of employees, by their header: how a cell is read, or what is wrong with it. */
export const columns = {
  codice_fiscale: (cell: string): string | CellError => {
    const code = normaliseFiscalCode(cell);
    if (!looksLikeFiscalCode(code)) return wrong('fiscal-code-format', 'Un codice fiscale ha 16 caratteri fra lettere e cifre, come sulla tessera sanitaria.');
    return isFiscalCode(code) ? code : wrong('fiscal-code-check', 'L’ultima lettera non torna con le altre: c’è un errore di battitura.');
  },
  nome: nameOf,
  cognome: nameOf,
  data_assunzione: dateOf,
  data_fine: dateOf,
  categoria: (cell: string, today: string): string | CellError => {
    const codes = cell.toLowerCase().split(/[\s|/]+/).filter((code) => code !== '');
    const kinds = codes.map((code) => categoryKindOf(code, today));
    if (kinds.includes(undefined)) return wrong('category-unknown', 'Una categoria è fra quelle oggettive dell’elenco, come “impiegati” o “turno-notturno”; più d’una si separano con uno spazio.');
    if (new Set(kinds).size < kinds.length) return wrong('category-twice', 'Di ogni tipo di categoria se ne può indicare una sola.');
    return [...codes].sort().join(' ');
  },
} as const satisfies Readonly<Record<string, (cell: string, today: string) => string | CellError>>;

export type Column = keyof typeof columns;
export const columnNames = Object.keys(columns) as readonly Column[];
export const optionalColumns: readonly Column[] = ['data_assunzione', 'data_fine', 'categoria'];

function isDate(date: string): boolean {
  try {
    startOfRomeDay(date);
    return true;
  } catch {
    return false;
  }
}
