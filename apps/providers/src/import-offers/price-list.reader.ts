import type { FieldError } from '@salvatempo/http';
import { err, ok, type Result } from '@salvatempo/kernel';
import { CsvError, parse } from 'csv-parse/sync';
import { columnNames, columns, isCellError, type Column, type PriceRow } from './price-list.columns';

/** Lines of a file, its header not counted. */
export const MAX_ROWS = 1_000;
/** More are not worth reading at once. */
const MAX_ERRORS = 100;

interface Line {
  /** Where it begins, counted from 1, the header included. */
  readonly line: number;
  readonly cells: readonly string[];
}

type Errors = readonly FieldError[];

/**
 * Reads a price list whole: its rows, or every error by line and column (both counted from 1). Separator `,` or `;`, with or
 * without BOM and quotes; the columns in any order.
 * @param letterOf the tax letter of a service on the day of the import; undefined for an unknown one.
 */
export function readPriceList(text: string, letterOf: (serviceCode: string) => string | undefined): Result<readonly PriceRow[], Errors> {
  const parsed = linesOf(text);
  if (!parsed.ok) return parsed;
  const [header, ...lines] = parsed.value;
  const order = (header?.cells ?? []).map((cell) => cell.toLowerCase());
  const wrongHeader = headerErrors(order);
  if (wrongHeader.length > 0) return err(wrongHeader);
  if (lines.length === 0) return err([fileError('no-rows', 'Il file non ha righe oltre all’intestazione.')]);
  if (lines.length > MAX_ROWS) return err([fileError('too-many-rows', `Il file ha più di ${MAX_ROWS} righe: dividerlo.`)]);
  const read = lines.map((line) => readLine(line, order as Column[], letterOf));
  const errors = [...read.flatMap((row) => (row.ok ? [] : row.error)), ...doubles(lines, order.indexOf('codice'))];
  if (errors.length > 0) return err(errors.sort((a, b) => a.line! - b.line!).slice(0, MAX_ERRORS));
  return ok(read.flatMap((row) => (row.ok ? [row.value] : [])));
}

function linesOf(text: string): Result<readonly Line[], Errors> {
  // With one kind of line end the parser's own count is right also after a quoted line break.
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const firstLine = plain.slice(0, plain.indexOf('\n') === -1 ? undefined : plain.indexOf('\n'));
  try {
    const records = parse(plain, {
      delimiter: firstLine.split(';').length > firstLine.split(',').length ? ';' : ',',
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return ok(records.map(({ record, info }) => ({ line: info.lines - (record.join('').match(/\n/g)?.length ?? 0), cells: record })));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { lines, column } = error as unknown as { lines?: number; column?: number };
    const place = { line: lines ?? 1, column: typeof column === 'number' ? column + 1 : 1 };
    return err([{ ...place, field: '', code: 'csv-quotes', message: 'Le virgolette di questa riga non sono chiuse o sono al posto sbagliato.' }]);
  }
}

function headerErrors(order: readonly string[]): Errors {
  const strange = order.flatMap((name, i) => {
    const known = (columnNames as readonly string[]).includes(name);
    if (known && order.indexOf(name) === i) return [];
    const code = known ? 'column-twice' : 'column-unknown';
    return [{ line: 1, column: i + 1, field: name.slice(0, 40), code, message: known ? 'Questa colonna c’è due volte.' : 'Questa colonna non è prevista.' }];
  });
  const missing = columnNames
    .filter((name) => !order.includes(name))
    .map((name) => ({ line: 1, column: 1, field: name, code: 'column-missing', message: `Manca la colonna ${name}.` }));
  return [...strange, ...missing].slice(0, MAX_ERRORS);
}

function readLine({ line, cells }: Line, order: readonly Column[], letterOf: (code: string) => string | undefined): Result<PriceRow, Errors> {
  if (cells.length !== order.length) {
    const message = `La riga ha ${cells.length} colonne invece di ${order.length}; un prezzo con la virgola va tra virgolette.`;
    return err([{ line, column: Math.min(cells.length, order.length) + 1, field: '', code: 'column-count', message }]);
  }
  const errors: FieldError[] = [];
  const take = <C extends Column>(name: C): Exclude<ReturnType<(typeof columns)[C]>, { message: string }> => {
    const at = order.indexOf(name);
    const value = columns[name](cells[at]!, letterOf);
    if (isCellError(value)) errors.push({ line, column: at + 1, field: name, ...value });
    return value as never;
  };
  const { codice, titolo, prezzo, giorni, servizio } = {
    codice: take('codice'),
    titolo: take('titolo'),
    prezzo: take('prezzo'),
    servizio: take('servizio'),
    giorni: take('validita_giorni'),
  };
  if (errors.length > 0) return err(errors);
  return ok({ code: codice, title: titolo, priceCents: prezzo, ...servizio, maxValidityDays: giorni });
}

/** A code that comes twice would be two prices of one offer. */
function doubles(lines: readonly Line[], column: number): Errors {
  const first = new Map<string, number>();
  return lines.flatMap(({ line, cells }) => {
    const code = cells[column];
    if (code === undefined) return [];
    const before = first.get(code);
    if (before === undefined) first.set(code, line);
    return before === undefined ? [] : [{ line, column: column + 1, field: 'codice', code: 'code-twice', message: `Questo codice c’è già alla riga ${before}.` }];
  });
}

const fileError = (code: string, message: string): FieldError => ({ line: 1, column: 1, field: '', code, message });
