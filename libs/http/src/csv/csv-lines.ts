import { err, ok, type Result } from '@salvatempo/kernel';
import { CsvError, parse } from 'csv-parse/sync';
import type { FieldError } from '../problems/problem.error';

export interface CsvLine {
  /** Where it begins in the file, counted from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** Reads a CSV text: separator `,` or `;` by its first line, with or without BOM and quotes, any line ends. */
export function readCsvLines(text: string): Result<readonly CsvLine[], readonly FieldError[]> {
  // With one kind of line end the parser's own count is right also after a quoted line break.
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const firstLine = plain.split('\n', 1)[0]!;
  const delimiter = firstLine.split(';').length > firstLine.split(',').length ? ';' : ',';
  try {
    const records = parse(plain, { delimiter, info: true, relax_column_count: true, skip_empty_lines: true, skip_records_with_empty_values: true, trim: true }) as unknown as {
      record: string[];
      info: { lines: number };
    }[];
    return ok(records.map(({ record, info }) => ({ line: info.lines - breaksIn(record), cells: record })));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { lines, column } = error as unknown as { lines?: number; column?: number };
    const place = { line: lines ?? 1, column: typeof column === 'number' ? column + 1 : 1 };
    return err([{ ...place, field: '', code: 'csv-quotes', message: 'Le virgolette di questa riga non sono chiuse o sono al posto sbagliato.' }]);
  }
}

const breaksIn = (record: readonly string[]): number => record.join('').split('\n').length - 1;
