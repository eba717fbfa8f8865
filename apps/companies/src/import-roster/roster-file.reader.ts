import { fileTable, MAX_CSV_ERRORS, type CsvLine, type FieldError } from '@salvatempo/http';
import { err, ok, type Result } from '@salvatempo/kernel';
import { endOf, startOf, type Shift } from '../domain/roster';
import { columns as employeeColumns, isCellError, type CellError } from '../import-employees/employee-file.columns';

/** A line of the file that reads right; whether the person works there on that day, and where the place is, shows beside the firm's lists. */
export interface RosterLine extends Omit<Shift, 'siteId'> {
  /** Counted from 1. */
  readonly line: number;
  readonly fiscalCode: string;
  /** The place's name; empty for the only one. */
  readonly siteName: string;
}

export interface RosterFile {
  readonly lines: readonly RosterLine[];
  /** Where its columns are, counted from 1, so that what is found wrong later has a place too. */
  readonly columnOf: (name: RosterColumn) => number;
}

type Errors = readonly FieldError[];

function timeOf(cell: string): string | CellError {
  const [, hour, minute] = /^(\d{1,2})[:.](\d{2})$/.exec(cell) ?? [];
  if (hour === '24' && minute === '00') return '00:00';
  return hour !== undefined && Number(hour) < 24 && Number(minute) < 60 ? `${hour.padStart(2, '0')}:${minute}` : { code: 'time-format', message: 'L’ora va scritta come 08:30, fino a 24:00.' };
}

const columns = {
  codice_fiscale: (cell: string) => employeeColumns.codice_fiscale(cell),
  data: (cell: string): string | CellError => (cell === '' ? { code: 'date-format', message: 'Manca il giorno in cui il turno comincia.' } : employeeColumns.data_assunzione(cell)),
  inizio: timeOf,
  fine: timeOf,
  sede: (cell: string): string | CellError => (cell.length <= 60 ? cell : { code: 'site-unknown', message: 'Nessuna sede ha un nome così lungo.' }),
} as const satisfies Readonly<Record<string, (cell: string) => string | CellError>>;

export type RosterColumn = keyof typeof columns;
const NAMES = Object.keys(columns) as readonly RosterColumn[];

/**
 * Finds the shifts in the lines of a file: all of them, or every error by line and column (both counted from 1). `sede` may be missing
 * or empty where the firm has one place. A shift whose end isn't after its start ends on the next day.
 * @param month `YYYY-MM`, in which all of them begin.
 */
export function readRosterLines(file: readonly CsvLine[], month: string): Result<RosterFile, Errors> {
  const table = fileTable<RosterColumn>(file, { names: NAMES, optional: ['sede'] });
  if (!table.ok) return table;
  const { order, lines, misshapen } = table.value;
  const columnOf = (name: RosterColumn): number => order.indexOf(name) + 1;
  const errors: FieldError[] = [...misshapen];
  const read: RosterLine[] = [];
  for (const line of lines) {
    const found = readLine(line, order);
    if (!found.ok) errors.push(...found.error);
    else read.push(found.value);
  }
  for (const { line, date } of read)
    if (!date.startsWith(`${month}-`)) errors.push({ line, column: columnOf('data'), field: 'data', code: 'another-month', message: 'I turni di un file cominciano tutti nel mese indicato.' });
  if (errors.length > 0) return err(errors.sort((a, b) => a.line! - b.line! || a.column! - b.column!).slice(0, MAX_CSV_ERRORS));
  return ok({ lines: read, columnOf });
}

function readLine({ line, cells }: CsvLine, order: readonly RosterColumn[]): Result<RosterLine, Errors> {
  const errors: FieldError[] = [];
  const take = (name: RosterColumn): string => {
    const at = order.indexOf(name);
    const value = at === -1 ? '' : columns[name](cells[at]!);
    if (!isCellError(value)) return value;
    errors.push({ line, column: at + 1, field: name, ...value });
    return '';
  };
  const [fiscalCode, date, start, end, siteName] = NAMES.map(take) as [string, string, string, string, string];
  if (errors.length > 0) return err(errors);
  const shift = { date, start, end, siteId: '' };
  const wrongEnd = (code: string, message: string): Result<RosterLine, Errors> => err([{ line, column: order.indexOf('fine') + 1, field: 'fine', code, message }]);
  if (start === end) return wrongEnd('shift-without-end', 'Inizio e fine sono la stessa ora: un turno dura meno di un giorno.');
  if (startOf(shift) >= endOf(shift)) return wrongEnd('shift-in-missing-hour', 'In questo giorno gli orologi saltano questa ora.');
  return ok({ line, fiscalCode, date, start, end, siteName });
}
