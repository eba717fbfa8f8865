import type { Instant } from '@salvatempo/kernel';
import type PDFDocument from 'pdfkit';

/** What the font of the pages has: Latin letters with their accents, digits, signs. Anything else would be an empty box. */
const UNKNOWN = /[^\u0020-\u007e\u00a0-\u00ff\u0152\u0153\u2013\u2014\u2018-\u201a\u201c-\u201e\u2022\u2026\u20ac\n]/g;
const font = (weight: 400 | 700): string => require.resolve(`@fontsource/titillium-web/files/titillium-web-latin-${weight}-normal.woff`);

/**
 * A tagged PDF in Italian that is read aloud in order: headings, paragraphs, and facts as name and value. The same calls with the same
 * instant give the same bytes. A letter that the font lacks becomes "?".
 */
export class PdfSheet {
  private readonly pdf: PDFKit.PDFDocument;

  constructor(title: string, at: Instant) {
    // With the first sheet: it takes a seventh of a second, which each start of each service would pay.
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would load it with the library
    const Document = require('pdfkit') as typeof PDFDocument;
    this.pdf = new Document({ size: 'A4', margin: 56, pdfVersion: '1.7', tagged: true, lang: 'it-IT', displayTitle: true, info: { Title: clean(title), Creator: 'Salvatempo', CreationDate: new Date(at), ModDate: new Date(at) } });
  }

  heading(level: 'H1' | 'H2', text: string): void {
    this.tagged(level, () => this.pdf.font(font(700)).fontSize(level === 'H1' ? 20 : 14).text(clean(text)));
    this.pdf.moveDown(0.4);
  }

  paragraph(text: string): void {
    this.tagged('P', () => this.pdf.font(font(400)).fontSize(11).text(clean(text)));
    this.pdf.moveDown(0.3);
  }

  fact(name: string, value: string): void {
    this.tagged('P', () => this.pdf.font(font(400)).fontSize(11).text(`${clean(name)}: `, { continued: true }).font(font(700)).text(clean(value === '' ? '–' : value)));
  }

  gap(): void {
    this.pdf.moveDown(1);
  }

  bytes(): Promise<Uint8Array> {
    const parts: Uint8Array[] = [];
    this.pdf.on('data', (part: Uint8Array) => parts.push(part));
    return new Promise((resolve, reject) => {
      this.pdf.once('error', reject);
      this.pdf.once('end', () => resolve(new Uint8Array(Buffer.concat(parts))));
      this.pdf.end();
    });
  }

  private tagged(role: string, write: () => void): void {
    this.pdf.addStructure(this.pdf.struct(role, {}, write));
  }
}

const clean = (text: string): string => text.normalize('NFC').replace(UNKNOWN, '?');

