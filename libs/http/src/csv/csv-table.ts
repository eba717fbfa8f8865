import type { Result } from '@salvatempo/kernel';
import type { FieldError } from '../problems/problem.error';
import { readCsvLines } from './csv-lines';
import { fileTable, type CsvColumns, type CsvTable } from './file-table';

/** Reads a CSV file with named columns in any order. Errors are by line and column, both counted from 1. */
export function readCsvTable<C extends string>(text: string, columns: CsvColumns<C>): Result<CsvTable<C>, readonly FieldError[]> {
  const parsed = readCsvLines(text);
  return parsed.ok ? fileTable(parsed.value, columns) : parsed;
}
