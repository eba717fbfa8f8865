import { strFromU8, Unzip, UnzipInflate, zipSync } from 'fflate';

/** A spreadsheet of a thousand people unpacks to less than half a megabyte. */
const MAX_UNPACKED_BYTES = 8 * 1_048_576;
const MAX_PARTS = 200;
/** So little is unpacked between two looks at the size: deflate makes at most a thousandfold of it. */
const PIECE_BYTES = 4_096;
/** Where a row or a cell says it is: the reader fills every gap before it. `ZZ9999` is far enough, and anything else is no place. */
const PLACE = /(?<![\w:.-])r\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const NEAR = /^([A-Z]{1,2})?\d{1,4}$/;

/** Sheets, texts, number formats, and what leads to them; no pictures, themes and printer settings. */
const IS_OF_USE = /^(?!xl\/(theme|drawings|charts|media)\/|docProps\/|customXml\/).*\.xml(\.rels)?$/;

export class XlsxTooLargeError extends Error {}

/**
 * What a spreadsheet holds, packed anew without compression: a reader of that can meet no more than was measured here, whatever
 * the file's own headers say. Throws XlsxTooLargeError, and any other error for what is no ZIP.
 */
export function measuredXlsx(file: Uint8Array): Uint8Array {
  const parts = unpackedParts(file);
  for (const part of parts.values()) if (!isNear(strFromU8(part))) throw new XlsxTooLargeError('a cell is too far out');
  return zipSync(Object.fromEntries(parts), { level: 0 });
}

function unpackedParts(file: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const parts = new Map<string, Uint8Array>();
  let unpacked = 0;
  let seen = 0;
  const unzip = new Unzip((part) => {
    if (++seen > MAX_PARTS) throw new XlsxTooLargeError('too many parts');
    // What isn't started is passed over.
    if (!IS_OF_USE.test(part.name)) return;
    const pieces: Uint8Array[] = [];
    part.ondata = (error, piece, final) => {
      if (error) throw error;
      unpacked += piece.length;
      if (unpacked > MAX_UNPACKED_BYTES) throw new XlsxTooLargeError('unpacks to too much');
      pieces.push(piece);
      if (final) parts.set(part.name, Buffer.concat(pieces));
    };
    part.start();
  });
  unzip.register(UnzipInflate);
  for (let at = 0; at < file.length; at += PIECE_BYTES) unzip.push(file.subarray(at, at + PIECE_BYTES), at + PIECE_BYTES >= file.length);
  return parts;
}

const isNear = (xml: string): boolean => [...xml.matchAll(PLACE)].every(([, double, single]) => NEAR.test(double ?? single ?? ''));
