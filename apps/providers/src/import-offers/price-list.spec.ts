import fc from 'fast-check';
import { stringify } from 'csv-stringify/sync';
import { taxLetterOf } from '../service-letters/service-letters.table';
import { MAX_CSV_ROWS } from '@salvatempo/http';
import { readPriceList } from './price-list.reader';

const letterOf = (serviceCode: string) => taxLetterOf(serviceCode, '2026-09-01');
const read = (text: string) => readPriceList(text, letterOf);
const HEADER = 'codice,titolo,prezzo,servizio,validita_giorni';
const ironing = { code: 'STIRO5', title: 'Stireria, 5 kg', priceCents: 4_000, serviceCode: 'laundry-ironing', taxLetter: 'c.3', maxValidityDays: 90 };

/** Where the errors are: line, column, code. */
const errorsOf = (text: string) => {
  const result = read(text);
  return result.ok ? [] : result.error.map(({ line, column, code }) => [line, column, code]);
};

describe('a price list', () => {
  it.each([
    ['commas and quotes', `${HEADER}\nSTIRO5,"Stireria, 5 kg",40.00,laundry-ironing,90\n`],
    ['a quoted price', `${HEADER}\nSTIRO5,"Stireria, 5 kg","40,00",laundry-ironing,90`],
    ['semicolons', 'codice;titolo;prezzo;servizio;validita_giorni\nSTIRO5;Stireria, 5 kg;40,00;laundry-ironing;90\n'],
    ['a BOM and Windows line ends', `\uFEFF${HEADER}\r\n\r\nSTIRO5,"Stireria, 5 kg",40,laundry-ironing,90\r\n`],
    ['capitals and spaces around', 'Codice ; Titolo ; Prezzo ; Servizio ; Validita_giorni\n STIRO5 ; Stireria, 5 kg ; 40,0 ; laundry-ironing ; 90 \n'],
    ['another order of columns', 'prezzo;codice;titolo;validita_giorni;servizio\n40;STIRO5;Stireria, 5 kg;90;laundry-ironing\n'],
  ])('is read with %s', (_, text) => {
    expect(read(text)).toEqual({ ok: true, value: [ironing] });
  });

  it('says every error by line and column, both counted from 1', () => {
    const text = [HEADER, 'A,Uno,10,laundry-ironing,90', ',Due,10.5.0,laundry-ironing,0', '"B","T\nre",0,unknown,367', 'C,Quattro,1,errands', 'A,Sei,1,errands,1'].join('\n');
    expect(errorsOf(text)).toEqual([
      [3, 1, 'code-format'],
      [3, 3, 'price-format'],
      [3, 5, 'validity-range'],
      [4, 2, 'title-length'],
      [4, 3, 'price-range'],
      [4, 4, 'service-unknown'],
      [4, 5, 'validity-range'],
      [6, 5, 'column-count'],
      [7, 1, 'code-twice'],
    ]);
  });

  it('is refused for its header, its quotes, no rows and too many', () => {
    expect(errorsOf('')).toContainEqual([1, 1, 'column-missing']);
    expect(errorsOf('codice,titolo,prezzo,servizio,servizio,colore\n')).toEqual([
      [1, 5, 'column-twice'],
      [1, 6, 'column-unknown'],
      [1, 1, 'column-missing'],
    ]);
    expect(errorsOf(`${HEADER}\nA,"Uno,10,errands,1\n`)).toMatchObject([[expect.any(Number), expect.any(Number), 'csv-quotes']]);
    expect(errorsOf(`${HEADER}\n`)).toEqual([[1, 1, 'no-rows']]);
    const row = (n: number) => `A${n},Uno,10,errands,1`;
    expect(read([HEADER, ...Array.from({ length: MAX_CSV_ROWS }, (_, n) => row(n))].join('\n')).ok).toBe(true);
    expect(errorsOf([HEADER, ...Array.from({ length: MAX_CSV_ROWS + 1 }, (_, n) => row(n))].join('\n'))).toEqual([[1, 1, 'too-many-rows']]);
  });

  it.each(['40,000', '1.234,50', '-1', '+1', '1e3', '', '0,00', '1000000,01', '٤٠'])('refuses the price %j', (price) => {
    expect(errorsOf(`${HEADER}\nA,Uno,"${price}",errands,1`)).toEqual([[2, 3, expect.stringMatching(/^price-/)]]);
  });

  it('comes back as it was written, whatever the titles hold', () => {
    const title = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).filter((text) => text.trim() === text && text.length > 0 && text.length <= 120 && !/[\p{Cc}\uFEFF]/u.test(text));
    fc.assert(
      fc.property(fc.array(fc.tuple(title, fc.integer({ min: 1, max: 100_000_000 })), { minLength: 1, maxLength: 10 }), fc.constantFrom(',', ';'), (offers, delimiter) => {
        const rows = offers.map(([text, cents], n) => [`C${n}`, text, `${Math.floor(cents / 100)},${String(cents % 100).padStart(2, '0')}`, 'errands', '30']);
        const result = read(stringify([HEADER.split(','), ...rows], { delimiter, quoted: true }));
        const expected = offers.map(([text, priceCents], n) => ({ code: `C${n}`, title: text, priceCents, serviceCode: 'errands', taxLetter: 'c.3', maxValidityDays: 30 }));
        expect(result).toEqual({ ok: true, value: expected });
      }),
    );
  });
});

describe('the letter of a service', () => {
  it('follows from the day: season passes have their own since 2018', () => {
    expect(taxLetterOf('transport-pass', '2017-12-31')).toBeUndefined();
    expect(taxLetterOf('transport-pass', '2018-01-01')).toBe('d-bis');
    expect(taxLetterOf('nothing', '2026-01-01')).toBeUndefined();
  });
});
