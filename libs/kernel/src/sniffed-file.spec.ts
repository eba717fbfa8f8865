import { kindOf, pagesOf } from './sniffed-file';

const text = (content: string): Buffer => Buffer.from(content, 'latin1');

const box = (name: string, content: string): string => `${Buffer.from(new Uint8Array(new Uint32Array([content.length + 8]).buffer)).swap32().toString('latin1')}${name}${content}`;
const heic = (major: string, ...brands: readonly string[]): string => `${box('ftyp', `${major}\0\0\0\0${brands.join('')}`)}${box('meta', 'x')}${box('mdat', 'xyz')}`;

describe('what a file is', () => {
  it.each([
    ['a PDF', '%PDF-1.7\nx\n%%EOF\n', 'pdf'],
    ['a PDF that is cut off', '%PDF-1.7\nx', undefined],
    ['a PDF behind something else', 'x%PDF-1.7\n%%EOF', undefined],
    ['a JPEG', '\xff\xd8\xff\xe0 x \xff\xd9', 'jpeg'],
    ['a JPEG that is cut off', '\xff\xd8\xff\xe0 x', undefined],
    ['a PNG', '\x89PNG\r\n\x1a\n x IEND\xaeB`\x82', 'png'],
    ['a FatturaPA', '<?xml version="1.0"?>\n<p:FatturaElettronica versione="FPR12">', 'fattura-pa'],
    ['a FatturaPA with a byte order mark', '\xef\xbb\xbf<FatturaElettronica>', 'fattura-pa'],
    ['a photo of a phone', heic('heic', 'mif1', 'heic'), 'heic'],
    ['a photo of a phone by a brand that it is compatible with', heic('mif1', 'mif1', 'miaf', 'heix'), 'heic'],
    ['a photo of a phone that is cut off', heic('heic', 'mif1').slice(0, -1), undefined],
    ['one without a picture in it', `${box('ftyp', 'heic\0\0\0\0heic')}${box('mdat', 'x')}`, undefined],
    ['one of boxes that lead nowhere', `${box('ftyp', 'heic\0\0\0\0heic')}\0\0\0\x04meta`, undefined],
    ['an AVIF', heic('avif', 'mif1', 'avif'), undefined],
    ['a film', heic('isom', 'mp42'), undefined],
    ['another XML', '<?xml version="1.0"?><html/>', undefined],
    ['a FatturaPA with entities', '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><FatturaElettronica>', undefined],
    ['a ZIP', 'PK\x03\x04', undefined],
    ['a program that is called receipt.pdf', 'MZ\x90', undefined],
    ['nothing', '', undefined],
  ])('%s', (_, content, kind) => expect(kindOf(text(content))).toBe(kind));

  it('has its pages counted, as far as they can be seen', () => {
    expect([pagesOf(text('/Type /Page /Type/Page /Type /Pages')), pagesOf(text('/Count 1000')), pagesOf(text('x'))]).toEqual([2, 1_000, 0]);
  });
});
