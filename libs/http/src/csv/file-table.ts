import { err, type Result } from '@salvatempo/kernel';
import type { FieldError } from '../problems/problem.error';
import type { CsvLine } from './csv-lines';

/** Lines of a file, its header not counted. */
export const MAX_CSV_ROWS = 1_000;
/** More errors are not worth reading at once. */
export const MAX_CSV_ERRORS = 100;

export interface CsvColumns<C extends string> {
  readonly names: readonly C[];
  /** Those that the file may leave out. */
  readonly optional?: readonly C[];
  /** Added to the message about a line with too many or too few cells. */
  readonly countHint?: string;
}

/** A file whose header is right: its columns in their order, and its lines, each with as many cells. */
export interface CsvTable<C extends string> {
  readonly order: readonly C[];
  readonly lines: readonly CsvLine[];
  /** Lines with another number of cells, each as an error; they are not among `lines`. */
  readonly misshapen: readonly FieldError[];
}

/** Finds named columns, in any order, in the lines of a file. Errors are by line and column, both counted from 1. */
export function fileTable<C extends string>([header, ...lines]: readonly CsvLine[], columns: CsvColumns<C>): Result<CsvTable<C>, readonly FieldError[]> {
  const order = (header?.cells ?? []).map((cell) => cell.toLowerCase());
  const wrongHeader = headerErrors(order, columns);
  if (wrongHeader.length > 0) return err(wrongHeader.slice(0, MAX_CSV_ERRORS));
  if (lines.length === 0) return err([fileError('no-rows', 'Il file non ha righe oltre all’intestazione.')]);
  if (lines.length > MAX_CSV_ROWS) return err([tooManyRows()]);
  const fits = ({ cells }: CsvLine): boolean => cells.length === order.length;
  const misshapen = lines.filter((line) => !fits(line)).map((line) => countError(line, order.length, columns.countHint));
  return { ok: true, value: { order: order as C[], lines: lines.filter(fits), misshapen } };
}

/** An error of a file as a whole. */
export const fileError = (code: string, message: string): FieldError => ({ line: 1, column: 1, field: '', code, message });
export const tooManyRows = (): FieldError => fileError('too-many-rows', `Il file ha più di ${MAX_CSV_ROWS} righe: dividerlo.`);

function headerErrors(order: readonly string[], { names, optional = [] }: CsvColumns<string>): readonly FieldError[] {
  const strange = order.flatMap((name, i) => {
    const known = names.includes(name);
    if (known && order.indexOf(name) === i) return [];
    const place = { line: 1, column: i + 1, field: known ? name : '' };
    return [known ? { ...place, code: 'column-twice', message: 'Questa colonna c’è due volte.' } : { ...place, code: 'column-unknown', message: 'Questa colonna non è prevista.' }];
  });
  const missing = names
    .filter((name) => !order.includes(name) && !optional.includes(name))
    .map((name) => ({ line: 1, column: 1, field: name, code: 'column-missing', message: `Manca la colonna ${name}.` }));
  return [...strange, ...missing];
}

function countError({ line, cells }: CsvLine, wanted: number, hint = ''): FieldError {
  const message = `La riga ha ${cells.length} colonne invece di ${wanted}${hint}.`;
  return { line, column: Math.min(cells.length, wanted) + 1, field: '', code: 'column-count', message };
}
