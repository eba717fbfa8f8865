import { MAX_CSV_ERRORS, readCsvTable, type CsvLine, type FieldError } from '@salvatempo/http';
import { err, ok, type Result } from '@salvatempo/kernel';
import type { EmployeeCard } from '../domain/employee';
import { columnNames, columns, isCellError, optionalColumns, type Column } from './employee-file.columns';

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
  const table = readCsvTable<Column>(text, { names: columnNames, optional: optionalColumns });
  if (!table.ok) return table;
  const { order, lines, misshapen } = table.value;
  const errors: FieldError[] = [...misshapen];
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
  if (errors.length > 0) return err(errors.sort((a, b) => a.line! - b.line!).slice(0, MAX_CSV_ERRORS));
  return ok([...people].map(([personId, { card }]) => ({ ...card, personId })));
}

function readLine({ line, cells }: CsvLine, order: readonly Column[]): Result<EmployeeCard, Errors> {
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
