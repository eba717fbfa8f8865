import { StreamableFile } from '@nestjs/common';
import { kindOf, MAX_PAGES, pagesOf, type FileKind } from '@salvatempo/kernel';
import { ProblemError } from '../problems/problem.error';
import type { VirusScanner } from './virus-scanner';

const TYPES: Readonly<Record<FileKind, string>> = { pdf: 'application/pdf', jpeg: 'image/jpeg', png: 'image/png', 'fattura-pa': 'application/xml', heic: 'image/heic' };

/** A file that was handed in, and what it is by its content. */
export interface CheckedFile {
  readonly bytes: Buffer;
  readonly kind: FileKind;
}

/**
 * The body of a route that takes a file: PDF, JPEG, PNG, HEIC or FatturaPA, of not too many pages, and clean as far as the scanner knows. Throws
 * ProblemError `unsupported-media-type`, `file-kind`, `file-pages` or `file-infected`, and what the scanner throws where it can't look.
 */
export async function checkedFile(body: unknown, scanner: VirusScanner): Promise<CheckedFile> {
  if (!(body instanceof Buffer)) throw new ProblemError('unsupported-media-type');
  const kind = kindOf(body);
  if (!kind) throw new ProblemError('file-kind');
  if (kind === 'pdf' && pagesOf(body) > MAX_PAGES) throw new ProblemError('file-pages', { params: { pages: MAX_PAGES } });
  if (!(await scanner.isClean(body))) throw new ProblemError('file-infected');
  return { bytes: body, kind };
}

/** A kept file as it is answered: to be saved, never shown by the portal's own origin. */
export const fileAnswer = (bytes: Uint8Array, kind: FileKind, name?: string): StreamableFile =>
  new StreamableFile(bytes, { type: TYPES[kind], disposition: name === undefined ? 'attachment' : `attachment; filename="${name}"` });
