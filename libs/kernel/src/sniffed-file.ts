/** What a document may be. A FatturaPA is an XML of that very kind; a signed one (p7m) is none of these. */
export const FILE_KINDS = ['pdf', 'jpeg', 'png', 'fattura-pa', 'heic'] as const;
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
  if (isHeic(bytes)) return 'heic';
  return isFatturaPa(asLatin1(bytes)) ? 'fattura-pa' : undefined;
}

/** Brands of a picture that is compressed by HEVC, and of pictures in general, where AVIF isn't among them (ISO/IEC 23008-12, annex B). */
const HEVC_BRANDS: readonly string[] = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1'];
const MAX_BRANDS_BYTES = 1_024;
const MAX_BOXES = 1_000;

/** A phone's photo: a whole chain of boxes of which the first says what it is and one describes the picture. */
function isHeic(bytes: Uint8Array): boolean {
  const head = asLatin1(bytes.subarray(0, MAX_BRANDS_BYTES));
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (head.slice(4, 8) !== 'ftyp' || bytes.length < 16) return false;
  const headBytes = view.getUint32(0);
  if (headBytes > MAX_BRANDS_BYTES) return false;
  const brands = [head.slice(8, 12), ...(head.slice(16, headBytes).match(/.{4}/gs) ?? [])];
  return brands.some((brand) => HEVC_BRANDS.includes(brand)) && !brands.some((brand) => brand.startsWith('avi')) && hasWholeMeta(bytes, view);
}

/** Whether boxes fill the file to its very end: one that is cut off ends within a box. */
function hasWholeMeta(bytes: Uint8Array, view: DataView): boolean {
  let [at, hasMeta] = [0, false];
  for (let boxes = 0; at + 8 <= bytes.length && boxes < MAX_BOXES; boxes++) {
    hasMeta ||= asLatin1(bytes.subarray(at + 4, at + 8)) === 'meta';
    const said = view.getUint32(at);
    // 0: to the end of the file. 1: longer than 4 GB could say, which nobody's photo is.
    if (said !== 0 && said < 8) return false;
    at = said === 0 ? bytes.length : at + said;
  }
  return hasMeta && at === bytes.length;
}

/** A document type or an entity is never part of one: with them a small file could grow without end, or fetch another. */
const isFatturaPa = (text: string): boolean => /^(\xef\xbb\xbf)?\s*<(\?xml|([\w-]+:)?FatturaElettronica[\s>])/.test(text) && /<([\w-]+:)?FatturaElettronica[\s>]/.test(text) && !/<!(DOCTYPE|ENTITY)/i.test(text);

/** The pages of a PDF as its page tree says, as far as that isn't compressed; 0 where it can't be told. */
export function pagesOf(bytes: Uint8Array): number {
  const text = asLatin1(bytes);
  const counts = [...text.matchAll(/\/Count\s+(\d{1,7})\b/g)].map(([, count]) => Number(count));
  return Math.max(0, text.match(/\/Type\s*\/Page\b/g)?.length ?? 0, ...counts.slice(0, 10_000));
}
