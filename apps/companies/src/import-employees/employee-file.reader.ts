import type { FieldError } from '@salvatempo/http';
import { err, ok, type Result } from '@salvatempo/kernel';
import type { EmployeeCard } from '../domain/employee';
import { readCsvLines, type CsvLine } from './csv-lines.reader';
import { columnNames, columns, isCellError, optionalColumns, type Column } from './employee-file.columns';

/** Lines of a file, its header not counted. */
export const MAX_ROWS = 1_000;
/** More are not worth reading at once. */
const MAX_ERRORS = 100;

/** A person of the file who was found right. */
export interface EmployeeLine extends EmployeeCard {
  readonly personId: string;
}

type Errors = readonly FieldError[];

/**
 * Reads a file of employees whole: its people, or every error by line and column (both counted from 1). The columns may come
 * in any order, `data_assunzione` may be missing.
 * @param personIdOf the id of the person with a codice fiscale, the same for all its omocodia variants.
 */
export function readEmployeeFile(text: string, personIdOf: (fiscalCode: string) => string): Result<readonly EmployeeLine[], Errors> {
  const parsed = readCsvLines(text);
  if (!parsed.ok) return parsed;
  const [header, ...lines] = parsed.value;
  const order = (header?.cells ?? []).map((cell) => cell.toLowerCase());
  const wrongHeader = headerErrors(order);
  if (wrongHeader.length > 0) return err(wrongHeader);
  if (lines.length === 0) return err([fileError('no-rows', 'Il file non ha righe oltre all’intestazione.')]);
  if (lines.length > MAX_ROWS) return err([fileError('too-many-rows', `Il file ha più di ${MAX_ROWS} righe: dividerlo.`)]);
  return readLines(lines, order as Column[], personIdOf);
}

function readLines(lines: readonly CsvLine[], order: readonly Column[], personIdOf: (fiscalCode: string) => string): Result<readonly EmployeeLine[], Errors> {
  const errors: FieldError[] = [];
  const people = new Map<string, { readonly line: number; readonly card: EmployeeCard }>();
  for (const line of lines) {
    const card = readLine(line, order);
    if (!card.ok) {
      errors.push(...card.error);
      continue;
    }
    const personId = personIdOf(card.value.fiscalCode);
    const before = people.get(personId);
    if (before) errors.push({ line: line.line, column: order.indexOf('codice_fiscale') + 1, field: 'codice_fiscale', code: 'person-twice', message: `Questa persona c’è già alla riga ${before.line}.` });
    else people.set(personId, { line: line.line, card: card.value });
  }
  if (errors.length > 0) return err(errors.slice(0, MAX_ERRORS));
  return ok([...people].map(([personId, { card }]) => ({ ...card, personId })));
}

function headerErrors(order: readonly string[]): Errors {
  const strange = order.flatMap((name, i) => {
    const known = (columnNames as readonly string[]).includes(name);
    if (known && order.indexOf(name) === i) return [];
    const place = { line: 1, column: i + 1, field: known ? name : '' };
    return [known ? { ...place, code: 'column-twice', message: 'Questa colonna c’è due volte.' } : { ...place, code: 'column-unknown', message: 'Questa colonna non è prevista.' }];
  });
  const missing = columnNames
    .filter((name) => !order.includes(name) && !optionalColumns.includes(name))
    .map((name) => ({ line: 1, column: 1, field: name, code: 'column-missing', message: `Manca la colonna ${name}.` }));
  return [...strange, ...missing].slice(0, MAX_ERRORS);
}

function readLine({ line, cells }: CsvLine, order: readonly Column[]): Result<EmployeeCard, Errors> {
  if (cells.length !== order.length) {
    const message = `La riga ha ${cells.length} colonne invece di ${order.length}.`;
    return err([{ line, column: Math.min(cells.length, order.length) + 1, field: '', code: 'column-count', message }]);
  }
  const errors: FieldError[] = [];
  const take = (name: Column): string => {
    const at = order.indexOf(name);
    if (at === -1) return '';
    const value = columns[name](cells[at]!);
    if (!isCellError(value)) return value;
    errors.push({ line, column: at + 1, field: name, ...value });
    return '';
  };
  const [fiscalCode, name, surname, hiredOn] = columnNames.map(take) as [string, string, string, string];
  if (errors.length > 0) return err(errors.sort((a, b) => a.column! - b.column!));
  return ok({ fiscalCode, name, surname, ...(hiredOn === '' ? {} : { hiredOn }) });
}

const fileError = (code: string, message: string): FieldError => ({ line: 1, column: 1, field: '', code, message });
