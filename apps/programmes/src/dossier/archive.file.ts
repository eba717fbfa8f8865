import { createHash } from 'node:crypto';
import type { Instant } from '@salvatempo/kernel';
import { stringify } from 'csv-stringify/sync';
import { strToU8, zipSync, type Zippable } from 'fflate';
import type { FoundDossier } from './dossiers.handler';
import { summaryPdf } from './summary.pdf';
import { dossierTables, type DossierTable, type NameOf, type TableCell } from './dossier.tables';
import { workbookOf } from './workbook.file';

/** Two decimals behind a comma, as a spreadsheet in Italy reads a number. */
const written = (cell: TableCell): string | number =>
  typeof cell === 'object' ? `${Math.trunc(cell.hundredths / 100)},${String(cell.hundredths % 100).padStart(2, '0')}` : cell;

/** As a spreadsheet in Italy opens it; a cell that would be read as a formula is taken as text. */
const csv = ({ header, rows }: DossierTable): Uint8Array =>
  strToU8(stringify([[...header], ...rows.map((row) => row.map(written))], { delimiter: ';', bom: true, escape_formulas: true, record_delimiter: '\r\n' }));

/**
 * The dossier as a zip: each table as CSV, all of them as a workbook, a summary to print, and `SHA256SUMS` with the digest of each
 * file, as `sha256sum -c` reads it. The same facts at the same instant give the same bytes.
 */
export async function dossierArchive(found: FoundDossier, at: Instant, nameOf: NameOf): Promise<Uint8Array> {
  const tables = dossierTables(found, at, nameOf);
  const files = new Map<string, Uint8Array>([
    ...tables.map((table) => [`${table.name}.csv`, csv(table)] as const),
    ['dossier.xlsx', await workbookOf(tables, at)],
    ['riepilogo.pdf', await summaryPdf(found, at)],
  ]);
  const sums = [...files].map(([name, bytes]) => `${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`).join('');
  const content: Zippable = Object.fromEntries([...files, ['SHA256SUMS', strToU8(sums)] as const]);
  return zipSync(content, { mtime: at });
}
