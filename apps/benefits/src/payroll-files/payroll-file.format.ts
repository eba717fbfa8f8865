import { stringify } from 'csv-stringify/sync';
import { LINE_WIDTH, RECORD, records, type PayrollColumn, type PayrollRecord } from './payroll-file.layout';

export const FILE_FORMATS = ['csv', 'fixed'] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

/** Records as a file. The same records give the same bytes. */
export function payrollFile(content: readonly PayrollRecord[], format: FileFormat): Buffer {
  return Buffer.from(format === 'csv' ? csvOf(content) : content.map((record) => `${fixedLine(record)}\r\n`).join(''), 'utf8');
}

/** As a spreadsheet in Italy opens it: the columns of all kinds of record that occur, each under its name once. No cell is free text. */
function csvOf(content: readonly PayrollRecord[]): string {
  const kinds = [...new Set(content.map(({ kind }) => kind))].sort();
  const columns = new Map<string, PayrollColumn>(kinds.flatMap((kind) => records[kind].map((column) => [column.name, column] as const)));
  const rows = content.map(({ kind, cells }) => [kind, ...[...columns.values()].map((column) => csvCell(column, cells[column.name]))]);
  return stringify([[RECORD.name, ...columns.keys()], ...rows], { delimiter: ';', bom: true, record_delimiter: '\r\n' });
}

const csvCell = ({ kind }: PayrollColumn, value: string | number | undefined): string | number => {
  if (value === undefined) return '';
  return kind === 'amount' ? euros(Number(value)) : value;
};

const euros = (cents: number): string => `${cents < 0 ? '-' : ''}${Math.trunc(Math.abs(cents) / 100)},${String(Math.abs(cents) % 100).padStart(2, '0')}`;

function fixedLine({ kind, cells }: PayrollRecord): string {
  const line = [kind, ...records[kind].map((column: PayrollColumn) => fixedCell(column, cells[column.name]))].join('');
  return line.padEnd(LINE_WIDTH);
}

/** Throws RangeError for what doesn't fit: a file with a cut amount would be believed. */
function fixedCell({ name, width, kind }: PayrollColumn, value: string | number | undefined): string {
  const cell = kind === 'text' ? String(value ?? '').padEnd(width) : kind === 'number' ? String(value ?? 0).padStart(width, '0') : signed(Number(value ?? 0), width);
  if (cell.length !== width) throw new RangeError(`${name} doesn't fit ${width} characters`);
  return cell;
}

const signed = (cents: number, width: number): string => `${cents < 0 ? '-' : '+'}${String(Math.abs(cents)).padStart(width - 1, '0')}`;
