/** What a document may be. A FatturaPA is an XML of that very kind; a signed one (p7m) is none of these. */
export const FILE_KINDS = ['pdf', 'jpeg', 'png', 'fattura-pa'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** Nobody's receipt has more pages; a file with more is refused before anybody opens it. */
export const MAX_PAGES = 50;

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean => start.every((byte, n) => bytes[n] === byte);
const asLatin1 = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');

/** What a file is by its content, whatever it was said to be; undefined for anything that isn't taken, or that is cut off. */
export function kindOf(bytes: Uint8Array): FileKind | undefined {
  const end = asLatin1(bytes.subarray(-1_024));
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46, 0x2d])) return end.includes('%%EOF') ? 'pdf' : undefined;
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return end.includes('\xff\xd9') ? 'jpeg' : undefined;
  if (startsWith(bytes, PNG)) return end.includes('IEND') ? 'png' : undefined;
  return isFatturaPa(asLatin1(bytes)) ? 'fattura-pa' : undefined;
}

/** A document type or an entity is never part of one: with them a small file could grow without end, or fetch another. */
const isFatturaPa = (text: string): boolean => /^(\xef\xbb\xbf)?\s*<(\?xml|([\w-]+:)?FatturaElettronica[\s>])/.test(text) && /<([\w-]+:)?FatturaElettronica[\s>]/.test(text) && !/<!(DOCTYPE|ENTITY)/i.test(text);

/** The pages of a PDF as its page tree says, as far as that isn't compressed; 0 where it can't be told. */
export function pagesOf(bytes: Uint8Array): number {
  const text = asLatin1(bytes);
  const counts = [...text.matchAll(/\/Count\s+(\d{1,7})\b/g)].map(([, count]) => Number(count));
  return Math.max(0, text.match(/\/Type\s*\/Page\b/g)?.length ?? 0, ...counts.slice(0, 10_000));
}
