import type { FileKind } from '@salvatempo/kernel';
import type { BilledLines } from '../domain/dossier';

/** Files of invoices in one archive, in bytes: a zip of the plain kind has 4 GB at most. */
const MAX_FILES_BYTES = 2 * 1_073_741_824;
const ENDINGS: Readonly<Record<FileKind, string>> = { pdf: 'pdf', jpeg: 'jpg', png: 'png', 'fattura-pa': 'xml', heic: 'heic' };

export interface ArchivedFile {
  /** Its path in the archive. */
  readonly name: string;
  readonly fileId: string;
  /** SHA-256 in hex, as it was when it was handed in. */
  readonly contentHash: string;
}

/** The files that go into the archive, by their invoice, in the order of the invoices until there are too many bytes; and whether that is all of them. */
export function archivedFiles(invoices: readonly BilledLines[]): { readonly files: ReadonlyMap<string, ArchivedFile>; readonly isWhole: boolean } {
  const files = new Map<string, ArchivedFile>();
  let [bytes, isWhole] = [0, true];
  for (const { invoiceId, file } of invoices) {
    if (!file) continue;
    if (bytes + file.sizeBytes > MAX_FILES_BYTES) isWhole = false;
    else {
      bytes += file.sizeBytes;
      files.set(invoiceId, { name: `fatture/${invoiceId}.${ENDINGS[file.kind]}`, fileId: file.fileId, contentHash: file.contentHash });
    }
  }
  return { files, isWhole };
}
