import { transferReferenceIn, transferReferenceOf } from '@salvatempo/kernel';
import { readCamtStatement } from './camt-statement.reader';
import { readCsvStatement } from './csv-statement.reader';
import { camt053 } from './statement.fixture';

const IBAN = 'IT60X0542811101000000123456';
const HEADER = 'data;importo;causale;riferimento_banca;ordinante\n';
type Read = ReturnType<typeof readCsvStatement>;
const lines = (read: Read): unknown => (read.ok ? read.value : read.error);
const errors = (read: Read): unknown => (read.ok ? 'taken' : read.error.map(({ line, column, code }) => `${line}:${column} ${code}`));
const camt = (xml: string, iban?: string): Read => readCamtStatement(xml, iban);

describe('a statement as CSV', () => {
  it('gives its credits, however day and amount are written, and passes over what went out', () => {
    const read = readCsvStatement(`${HEADER}24/11/2026;1.234,56;saldo proforma 1;CRO 1;Sartoria Rossi\n2026-11-25;-12,00;canone;CRO 2;\n25/11/2026;+0.5;;7/A;`);
    expect(lines(read)).toEqual({
      lines: [
        { amountCents: 123_456, bookedOn: '2026-11-24', bankReference: 'CRO 1', payer: 'Sartoria Rossi', text: 'saldo proforma 1' },
        { amountCents: 50, bookedOn: '2026-11-25', bankReference: '7/A', payer: '', text: '' },
      ],
      skipped: 1,
    });
  });

  it('may leave out who transferred, and have its columns in another order', () => {
    expect(lines(readCsvStatement('riferimento_banca,data,importo,causale\nX1,2026-11-24,"10,00",ciao'))).toMatchObject({ lines: [{ bankReference: 'X1', amountCents: 1_000 }] });
  });

  it('says line and column of everything that is wrong, and gives nothing', () => {
    const read = readCsvStatement(`${HEADER}30/02/2026;10,00;a;CRO 1;x\n24/11/2026;dieci;a;;x\n24/11/2026;0,00;a;CRO 3;x\n24/11/2026;1;a;CRO 4`);
    expect(errors(read)).toEqual(['2:1 day-format', '3:2 amount-format', '3:4 bank-reference', '4:2 amount-zero', '5:5 column-count']);
  });

  it('refuses a line that is there twice, an amount above a million, and a file without the columns', () => {
    expect(errors(readCsvStatement(`${HEADER}24/11/2026;1;a;CRO 1;x\n2026-11-24;1,00;b;CRO 1;y`))).toEqual(['3:1 line-twice']);
    expect(errors(readCsvStatement(`${HEADER}24/11/2026;1.000.000,01;a;CRO 1;x`))).toEqual(['2:2 amount-format']);
    expect(errors(readCsvStatement('data;importo\n24/11/2026;1'))).toEqual(['1:1 column-missing', '1:1 column-missing']);
  });
});

describe('a statement as CAMT.053', () => {
  const entry = { amount: '1234.56', day: '2026-11-24', reference: 'CRO 1', payer: 'Sartoria Rossi', text: 'saldo &amp; acconto' };

  it('gives the same line as the CSV of the same bank', () => {
    expect(lines(camt(camt053([entry, { ...entry, side: 'DBIT' }, { ...entry, status: 'PDNG' }]), IBAN))).toEqual({
      lines: [{ amountCents: 123_456, bookedOn: '2026-11-24', bankReference: 'CRO 1', payer: 'Sartoria Rossi', text: 'saldo & acconto' }],
      skipped: 2,
    });
  });

  it('is read in its newer versions, with prefixes and CDATA', () => {
    const xml = camt053([entry]).replace('001.02', '001.08').replace('<Sts>BOOK</Sts>', '<Sts><Cd>BOOK</Cd></Sts>').replace('<Dbtr>', '<Dbtr><Pty>').replace('</Dbtr>', '</Pty></Dbtr>').replace('saldo &amp; acconto', '<![CDATA[saldo & acconto]]>');
    const prefixed = xml.replace(/<(\/?)(?!\?|!)/g, '<$1c:').replace('xmlns=', 'xmlns:c=');
    expect(lines(camt(prefixed, IBAN))).toMatchObject({ lines: [{ payer: 'Sartoria Rossi', text: 'saldo & acconto' }] });
  });

  it('takes a batch apart where each part has its amount', () => {
    const part = (amount: string, text: string): string => `<TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs><AmtDtls><TxAmt><Amt Ccy="EUR">${amount}</Amt></TxAmt></AmtDtls><RmtInf><Strd><CdtrRefInf><Ref>${text}</Ref></CdtrRefInf></Strd></RmtInf></TxDtls>`;
    const batch = camt053([entry]).replace(/<TxDtls>.*<\/TxDtls>/s, part('1000.00', 'uno') + part('234.56', 'due'));
    expect(lines(camt(batch))).toMatchObject({ lines: [{ amountCents: 100_000, bankReference: 'CRO 1/1', text: 'uno' }, { amountCents: 23_456, bankReference: 'CRO 1/2', text: 'due' }] });
  });

  it.each([
    ['a document type, before any entity of it is read', `<?xml version="1.0"?>\n<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>\n${camt053([entry])}`, '2:1 xml-doctype'],
    ['what is cut off', camt053([entry]).slice(0, -20), '6:8 xml-broken'],
    ['an element that closes another', camt053([entry]).replace('</Amt>', '</Amount>'), '4:29 xml-broken'],
    ['another XML', '<FatturaElettronica/>', '1:1 not-camt-053'],
    ['another statement of the family', camt053([entry]).replace('camt.053', 'camt.052'), '2:1 not-camt-053'],
    ['nothing', '   ', '1:1 xml-broken'],
    ['another account', camt053([entry], 'IT00X0000000000000000000000'), '3:108 other-account'],
    ['another currency', camt053([entry]).replace('Ccy="EUR"', 'Ccy="CHF"'), '4:7 currency'],
    ['a day that isn’t', camt053([{ ...entry, day: '2026-02-30' }]), '5:198 day-format'],
    ['no reference of the bank', camt053([{ ...entry, reference: '' }]), '5:198 bank-reference'],
    ['an amount with more than cents', camt053([{ ...entry, amount: '1.234' }]), '5:198 amount-format'],
    ['a line that is there twice', camt053([entry, entry]), '7:198 line-twice'],
    ['too deep a tree', camt053([entry]).replace('<Ntry>', `<Ntry>${'<a>'.repeat(60)}`), '4:115 xml-too-large'],
  ])('refuses %s', (_, xml, place) => expect(errors(camt(xml, IBAN))).toEqual([place]));

  it('of a thousand and one credits is refused, and of a great many wrong ones says some', () => {
    const many = (more: object): string => camt053(Array.from({ length: 1_001 }, (_, n) => ({ ...entry, reference: `CRO ${n}`, ...more })));
    expect(errors(camt(many({})))).toEqual([expect.stringMatching(/too-many-rows$/)]);
    expect(errors(camt(many({ day: 'x' })))).toHaveLength(20);
  });
});

describe('the reference on a transfer', () => {
  const reference = transferReferenceOf('run_1');

  it('is found in what somebody wrote, however it is grouped', () => {
    const grouped = reference.match(/.{4}/g)!.join(' ');
    for (const text of [reference, `saldo ${grouped} grazie`, `Rif.${reference}/welfare`, `${reference} ${reference}`]) expect(transferReferenceIn(text)).toBe(reference);
  });

  it('isn’t guessed: not with a digit wrong, not in a longer number, not where there are two', () => {
    const slip = `${reference.slice(0, 5)}${(Number(reference[5]) + 1) % 10}${reference.slice(6)}`;
    for (const text of [slip, `1${reference}`, `${reference} ${transferReferenceOf('run_2')}`, '']) expect(transferReferenceIn(text)).toBeUndefined();
  });
});
