import { strToU8, zipSync, type Zippable } from 'fflate';

type Cell = string | number;

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const place = (row: number, column: number): string => `${String.fromCharCode(65 + column)}${row + 1}`;

/** A number in the file is a date: days since the last of December 1899. */
const cellXml = (cell: Cell, row: number, column: number): string =>
  typeof cell === 'number'
    ? `<c r="${place(row, column)}" s="1"><v>${cell}</v></c>`
    : `<c r="${place(row, column)}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`;

const rowXml = (cells: readonly Cell[], row: number): string => `<row r="${row + 1}">${cells.map((cell, column) => (cell === '' ? '' : cellXml(cell, row, column))).join('')}</row>`;

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The parts of a spreadsheet with one sheet; `sheetData` is what stands between its tags. */
export const workbookParts = (sheetData: string): Record<string, string> => ({
  '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
  'xl/workbook.xml': `<workbook ${MAIN} xmlns:r="${OFFICE}"><sheets><sheet name="Foglio1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': `<styleSheet ${MAIN}><cellXfs><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  'xl/theme/theme1.xml': '<a:theme><a:fillToRect l="50000" t="-80000" r="50000" b="180000"/></a:theme>',
  'xl/worksheets/sheet1.xml': `<worksheet ${MAIN}><sheetData>${sheetData}</sheetData></worksheet>`,
});

export const packedWorkbook = (parts: Record<string, string | Uint8Array>): Buffer =>
  Buffer.from(zipSync(Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part])) as Zippable));

/** A spreadsheet with these lines. */
export const workbookOf = (rows: readonly (readonly Cell[])[]): Buffer => packedWorkbook(workbookParts(rows.map(rowXml).join('')));
