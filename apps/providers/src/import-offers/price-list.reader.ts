import { MAX_CSV_ERRORS, readCsvTable, type CsvLine, type FieldError } from '@salvatempo/http';
import { err, ok, type Result } from '@salvatempo/kernel';
import { columnNames, columns, isCellError, optionalColumns, type Column, type PriceRow } from './price-list.columns';

type Errors = readonly FieldError[];

/**
 * Reads a price list whole: its rows, or every error by line and column (both counted from 1). Separator `,` or `;`, with or
 * without BOM and quotes; the columns in any order.
 * @param letterOf the tax letter of a service on the day of the import; undefined for an unknown one.
 */
export function readPriceList(text: string, letterOf: (serviceCode: string) => string | undefined): Result<readonly PriceRow[], Errors> {
  const table = readCsvTable<Column>(text, { names: columnNames, optional: optionalColumns, countHint: '; un prezzo con la virgola va tra virgolette' });
  if (!table.ok) return table;
  const { order, lines, misshapen } = table.value;
  const read = lines.map((line) => readLine(line, order, letterOf));
  const errors = [...misshapen, ...read.flatMap((row) => (row.ok ? [] : row.error)), ...doubles(lines, order.indexOf('codice'))];
  if (errors.length > 0) return err(errors.sort((a, b) => a.line! - b.line!).slice(0, MAX_CSV_ERRORS));
  return ok(read.flatMap((row) => (row.ok ? [row.value] : [])));
}

function readLine({ line, cells }: CsvLine, order: readonly Column[], letterOf: (code: string) => string | undefined): Result<PriceRow, Errors> {
  const errors: FieldError[] = [];
  const take = <C extends Column>(name: C): Exclude<ReturnType<(typeof columns)[C]>, { message: string }> => {
    const at = order.indexOf(name);
    const value = columns[name](cells[at]!, letterOf);
    if (isCellError(value)) errors.push({ line, column: at + 1, field: name, ...value });
    return value as never;
  };
  const { codice, titolo, prezzo, giorni, servizio, durata } = {
    codice: take('codice'),
    titolo: take('titolo'),
    prezzo: take('prezzo'),
    servizio: take('servizio'),
    giorni: take('validita_giorni'),
    durata: order.includes('durata_minuti') ? take('durata_minuti') : undefined,
  };
  if (errors.length > 0) return err(errors);
  return ok({ code: codice, title: titolo, priceCents: prezzo, ...servizio, maxValidityDays: giorni, ...(durata !== undefined && { durationMinutes: durata }) });
}

/** A code that comes twice would be two prices of one offer. */
function doubles(lines: readonly CsvLine[], column: number): Errors {
  const first = new Map<string, number>();
  return lines.flatMap(({ line, cells }) => {
    const code = cells[column];
    if (code === undefined) return [];
    const before = first.get(code);
    if (before === undefined) first.set(code, line);
    return before === undefined ? [] : [{ line, column: column + 1, field: 'codice', code: 'code-twice', message: `Questo codice c’è già alla riga ${before}.` }];
  });
}
