import { packedWorkbook, workbookOf, workbookParts } from '@salvatempo/testing';
import { readXlsxLines } from './xlsx-lines';

const codesOf = async (file: Uint8Array): Promise<readonly string[]> => {
  const read = await readXlsxLines(file);
  return read.ok ? ['read'] : read.error.map(({ code }) => code);
};

describe('a spreadsheet', () => {
  it('is read line by line as it is numbered on screen, dates as days', async () => {
    const file = workbookOf([['nome', 'data'], [' Niccolò & Rò ', 45_352], [], ['Marta', '01/03/2024']]);
    expect(await readXlsxLines(file)).toEqual({
      ok: true,
      value: [
        { line: 1, cells: ['nome', 'data'] },
        { line: 2, cells: ['Niccolò & Rò', '2024-03-01'] },
        { line: 4, cells: ['Marta', '01/03/2024'] },
      ],
    });
  });

  it('is refused above the limit of lines', async () => {
    expect(await codesOf(workbookOf(Array.from({ length: 1_001 }, () => ['x'])))).toEqual(['read']);
    expect(await codesOf(workbookOf(Array.from({ length: 1_002 }, () => ['x'])))).toEqual(['too-many-rows']);
  });

  it('is refused where it unpacks to more than anybody’s list, whatever its headers say', async () => {
    const bomb = packedWorkbook({ ...workbookParts('<row r="1"/>'), 'xl/comments.xml': new Uint8Array(64 * 1_048_576) });
    expect(bomb.length).toBeLessThan(1_048_576);
    expect(await codesOf(bomb)).toEqual(['xlsx-too-large']);
    // The size in the header of the part and in the list at the end, both said to be small.
    const lying = Buffer.from(bomb);
    const size = Buffer.alloc(4);
    size.writeUInt32LE(64 * 1_048_576);
    for (let at = lying.indexOf(size); at !== -1; at = lying.indexOf(size, at)) lying.writeUInt32LE(10, at);
    expect(await codesOf(lying)).toEqual(['xlsx-too-large']);
    expect(await codesOf(packedWorkbook({ ...workbookParts(''), ...Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`xl/p${n}.xml`, 'x'])) }))).toEqual(['xlsx-too-large']);
  });

  it.each([
    ['a row far out', '<row r="99999999"><c r="A99999999"><v>1</v></c></row>'],
    ['a column far out', '<row r="1"><c r="XFD1"><v>1</v></c></row>'],
    ['a place in other words', '<row r="&#57;&#57;&#57;&#57;&#57;&#57;"><c><v>1</v></c></row>'],
    ['a place in single quotes', "<row r = '99999999'><c><v>1</v></c></row>"],
  ])('is refused for %s, since the gap before it would be filled', async (_, sheetData) => {
    expect(await codesOf(packedWorkbook(workbookParts(sheetData)))).toEqual(['xlsx-too-large']);
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a text', Buffer.from('codice_fiscale,nome,cognome\n')],
    ['a ZIP of something else', packedWorkbook({ 'a.xml': '<a/>' })],
    ['the end cut off', workbookOf([['x']]).subarray(0, 300)],
    ['no XML', packedWorkbook({ ...workbookParts(''), 'xl/worksheets/sheet1.xml': 'x<y>&z' })],
    ['no place of the sheet', packedWorkbook({ ...workbookParts(''), 'xl/worksheets/sheet1.xml': '<worksheet><dimension/><sheetData><row r="2"/><row r="1"/></sheetData></worksheet>' })],
  ])('is refused for %s', async (_, file) => {
    expect(await codesOf(file)).toEqual(['xlsx-unreadable']);
  });
});
