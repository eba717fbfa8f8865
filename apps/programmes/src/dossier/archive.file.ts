import { createHash } from 'node:crypto';
import type { Instant } from '@salvatempo/kernel';
import { stringify } from 'csv-stringify/sync';
import { strToU8, Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import type { FoundDossier } from './dossiers.handler';
import { archivedFiles } from './invoice-files.list';
import { summaryPdf } from './summary.pdf';
import { dossierTables, type DossierTable, type NameOf, type TableCell } from './dossier.tables';
import { workbookOf } from './workbook.file';

/** Gives a file from the encrypted store; undefined where it isn't there. */
export type FileOf = (fileId: string) => Promise<Uint8Array | undefined>;

/** Two decimals behind a comma, as a spreadsheet in Italy reads a number. */
const written = (cell: TableCell): string | number =>
  typeof cell === 'object' ? `${Math.trunc(cell.hundredths / 100)},${String(cell.hundredths % 100).padStart(2, '0')}` : cell;

/** As a spreadsheet in Italy opens it; a cell that would be read as a formula is taken as text. */
const csv = ({ header, rows }: DossierTable): Uint8Array =>
  strToU8(stringify([[...header], ...rows.map((row) => row.map(written))], { delimiter: ';', bom: true, escape_formulas: true, record_delimiter: '\r\n' }));

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/**
 * The dossier as a zip: each table as CSV, all of them as a workbook, a summary to print, the files of the invoices, and `SHA256SUMS` with
 * the digest of each file, as `sha256sum -c` reads it. In parts, so that never more than one invoice's file is in memory. The same facts at
 * the same instant give the same bytes. Throws Error where a file isn't what was handed in.
 */
export async function* dossierArchive(found: FoundDossier, at: Instant, nameOf: NameOf, fileOf: FileOf): AsyncGenerator<Uint8Array> {
  const tables = dossierTables(found, at, nameOf);
  const zip = new ZipInParts(at);
  const sums: string[] = [];
  const add = (name: string, bytes: Uint8Array, packed: boolean): readonly Uint8Array[] => {
    sums.push(`${sha256(bytes)}  ${name}\n`);
    return zip.add(name, bytes, packed);
  };
  for (const table of tables) yield* add(`${table.name}.csv`, csv(table), false);
  yield* add('dossier.xlsx', await workbookOf(tables, at), true);
  yield* add('riepilogo.pdf', await summaryPdf(found, at), false);
  for (const { name, fileId, contentHash } of archivedFiles(found.dossier.invoices).files.values()) {
    const bytes = await fileOf(fileId);
    if (!bytes || sha256(bytes) !== contentHash) throw new Error(`${fileId} isn't what was handed in`);
    yield* add(name, bytes, true);
  }
  yield* zip.add('SHA256SUMS', strToU8(sums.join('')), false);
  yield* zip.end();
}

/** A zip that is taken away while it is made. */
class ZipInParts {
  private parts: Uint8Array[] = [];
  private readonly zip = new Zip((error, part) => {
    if (error) throw error;
    this.parts.push(part);
  });

  constructor(private readonly at: Instant) {}

  /** Adds a whole file; one that is packed in itself is taken as it is. */
  add(name: string, bytes: Uint8Array, packed: boolean): readonly Uint8Array[] {
    const file = packed ? new ZipPassThrough(name) : new ZipDeflate(name);
    file.mtime = this.at;
    this.zip.add(file);
    file.push(bytes, true);
    return this.taken();
  }

  end(): readonly Uint8Array[] {
    this.zip.end();
    return this.taken();
  }

  private taken(): readonly Uint8Array[] {
    const { parts } = this;
    this.parts = [];
    return parts;
  }
}
