import { err, ok, type Result } from '@salvatempo/kernel';
import { readSheet } from 'read-excel-file/universal';
import type { FieldError } from '../problems/problem.error';
import type { CsvLine } from './csv-lines';
import { fileError, MAX_CSV_ROWS, tooManyRows } from './file-table';
import { measuredXlsx, XlsxTooLargeError } from './xlsx-parts';

/** The media type of a spreadsheet. */
export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What a cell may hold at most; longer ones are no name and no code. */
const MAX_CELL_CHARACTERS = 1_000;

/** Reads the first sheet of a spreadsheet: its lines that aren't empty, as they are numbered on screen, with each cell as its text. */
export async function readXlsxLines(file: Uint8Array): Promise<Result<readonly CsvLine[], readonly FieldError[]>> {
  try {
    const rows = await readSheet(Uint8Array.from(measuredXlsx(file)).buffer);
    const lines = rows.map((row, i) => ({ line: i + 1, cells: row.map(textOf) })).filter(({ cells }) => cells.some((cell) => cell !== ''));
    return lines.length > MAX_CSV_ROWS + 1 ? err([tooManyRows()]) : ok(lines);
  } catch (error) {
    if (error instanceof XlsxTooLargeError) return err([fileError('xlsx-too-large', 'Il foglio è troppo grande o ha celle molto lontane dalle prime: copiare le righe in un foglio nuovo.')]);
    // Whatever else the reader stumbles over was in the file.
    return err([fileError('xlsx-unreadable', 'Il file non si legge come foglio .xlsx: salvarlo di nuovo come .xlsx, senza password, oppure come CSV.')]);
  }
}

/** A date is a day without an hour, written as `YYYY-MM-DD`. */
function textOf(cell: unknown): string {
  // eslint-disable-next-line no-restricted-syntax -- a sheet's day has no zone; the reader gives its midnight in UTC
  if (cell instanceof Date) return cell.toISOString().slice(0, 'YYYY-MM-DD'.length);
  return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' ? String(cell).trim().slice(0, MAX_CELL_CHARACTERS) : '';
}
