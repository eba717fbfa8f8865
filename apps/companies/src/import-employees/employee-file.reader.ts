import { fileTable, MAX_CSV_ERRORS, type CsvLine, type FieldError } from '@salvatempo/http';
import { err, ok, type Result } from '@salvatempo/kernel';
import type { EmployeeCard } from '../domain/employee';
import { columnNames, columns, isCellError, optionalColumns, type Column } from './employee-file.columns';

/** A person of the file who was found right. */
export interface EmployeeLine extends EmployeeCard {
  readonly personId: string;
  /** Where the person stands in the file, counted from 1. */
  readonly line: number;
  /** Last day of work, `YYYY-MM-DD`; undefined where the file doesn't say. */
  readonly lastDay?: string;
  /** Codes of objective groups; undefined where the file doesn't say. */
  readonly categories?: readonly string[];
}

/** A file that was found right. */
export interface EmployeeFile {
  readonly people: readonly EmployeeLine[];
  /** Its columns, so that what is found wrong later has a place too. */
  readonly order: readonly Column[];
}

type Errors = readonly FieldError[];
type Read = Omit<EmployeeLine, 'personId'>;

export interface EmployeeFileContext {
  /** The id of the person with a codice fiscale, the same for all its omocodia variants. */
  readonly personIdOf: (fiscalCode: string) => string;
  /** The day in Rome, `YYYY-MM-DD`. */
  readonly today: string;
}

/**
 * Finds the people in the lines of a file: all of them, or every error by line and column (both counted from 1). The columns
 * may come in any order; `data_assunzione`, `data_fine` and `categoria` may be missing, or empty for who stays as they are.
 */
export function readEmployeeLines(file: readonly CsvLine[], { personIdOf, today }: EmployeeFileContext): Result<EmployeeFile, Errors> {
  const table = fileTable<Column>(file, { names: columnNames, optional: optionalColumns });
  if (!table.ok) return table;
  const { order, lines, misshapen } = table.value;
  const errors: FieldError[] = [...misshapen];
  const people = new Map<string, Read>();
  for (const line of lines) {
    const read = readLine(line, order, today);
    if (!read.ok) {
      errors.push(...read.error);
      continue;
    }
    const personId = personIdOf(read.value.fiscalCode);
    const before = people.get(personId);
    if (before) errors.push({ line: line.line, column: order.indexOf('codice_fiscale') + 1, field: 'codice_fiscale', code: 'person-twice', message: `Questa persona c’è già alla riga ${before.line}.` });
    else people.set(personId, read.value);
  }
  if (errors.length > 0) return err(errors.sort((a, b) => a.line! - b.line!).slice(0, MAX_CSV_ERRORS));
  return ok({ people: [...people].map(([personId, read]) => ({ ...read, personId })), order });
}

function readLine({ line, cells }: CsvLine, order: readonly Column[], today: string): Result<Read, Errors> {
  const errors: FieldError[] = [];
  const take = (name: Column): string => {
    const at = order.indexOf(name);
    if (at === -1) return '';
    const value = columns[name](cells[at]!, today);
    if (!isCellError(value)) return value;
    errors.push({ line, column: at + 1, field: name, ...value });
    return '';
  };
  const [fiscalCode, name, surname, hiredOn, lastDay, categories] = columnNames.map(take) as [string, string, string, string, string, string];
  if (errors.length > 0) return err(errors.sort((a, b) => a.column! - b.column!));
  const dates = { ...(hiredOn === '' ? {} : { hiredOn }), ...(lastDay === '' ? {} : { lastDay }) };
  return ok({ line, fiscalCode, name, surname, ...dates, ...(categories === '' ? {} : { categories: categories.split(' ') }) });
}
