import { claimDocumentDropped } from '@salvatempo/contracts';
import { PASS_DEADLINE } from '@salvatempo/kernel';
import { given } from '@salvatempo/testing';
import { claimDocument } from '../domain/claim-document';
import { invoiceFields } from '../domain/fattura-pa';
import { kindOf, pagesOf } from '../domain/sniffed-file';
import { attachDocumentSlice, dropDocumentSlice, keepDocumentSlice } from './keep-document.decider';
import { TestFileScanner } from './virus.scanner';

const text = (content: string): Buffer => Buffer.from(content, 'latin1');

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
    ['another XML', '<?xml version="1.0"?><html/>', undefined],
    ['a FatturaPA with entities', '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><FatturaElettronica>', undefined],
    ['a ZIP', 'PK\x03\x04', undefined],
    ['a program that is called receipt.pdf', 'MZ\x90', undefined],
    ['nothing', '', undefined],
  ])('%s', (_, content, kind) => expect(kindOf(text(content))).toBe(kind));

  it('has its pages counted, as far as they can be seen', () => {
    expect([pagesOf(text('/Type /Page /Type/Page /Type /Pages')), pagesOf(text('/Count 1000')), pagesOf(text('x'))]).toEqual([2, 1_000, 0]);
  });

  it('is looked through for what a scanner knows', async () => {
    const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');
    expect(await Promise.all([text(`%PDF ${eicar}`), text('%PDF')].map((file) => new TestFileScanner().isClean(file)))).toEqual([false, true]);
  });
});

describe('what a FatturaPA says', () => {
  it('is read of a firm and of a person, and left out where it isn’t right', () => {
    const seller = (inner: string) => `<CedentePrestatore>${inner}</CedentePrestatore>`;
    expect(invoiceFields(seller('<IdFiscaleIVA><IdCodice>00743110157</IdCodice></IdFiscaleIVA><Denominazione>A &amp; B</Denominazione>'))).toEqual({ issuer: 'A & B', issuerCode: '00743110157' });
    expect(invoiceFields(seller('<CodiceFiscale>VLLMRT88D52E648U</CodiceFiscale><Nome>Ada</Nome><Cognome>Bo</Cognome>'))).toEqual({ issuer: 'Ada Bo', issuerCode: 'VLLMRT88D52E648U' });
    const head = (inner: string) => invoiceFields(`<DatiGeneraliDocumento>${inner}</DatiGeneraliDocumento>`);
    expect(head('<Data>2026-10-31</Data><Numero>7</Numero><ImportoTotaleDocumento>1234.5</ImportoTotaleDocumento>')).toEqual({ date: '2026-10-31', number: '7' });
    expect(head('<ImportoTotaleDocumento>1234.56</ImportoTotaleDocumento>')).toEqual({ totalCents: 123_456 });
    expect(invoiceFields('<CessionarioCommittente><Denominazione>Chi compra</Denominazione></CessionarioCommittente>')).toEqual({});
  });
});

describe('a file that was handed in', () => {
  const documents = { ...claimDocument, slices: [keepDocumentSlice, attachDocumentSlice, dropDocumentSlice] };
  const ids = { documentId: 'cdo_00000000000000000000000000' };
  const until = '2026-10-01T08:00:00.000Z';
  const keep = { type: 'keep-document', data: { personId: 'per_1', kind: 'pdf', sizeBytes: 9, keptUntil: until, personal: { digest: 'd' } } };
  const attach = (claimId: string) => ({ type: 'attach-document', data: { claimId } });
  const kept = given(documents).when(keep);
  const attached = given({ ...documents, initial: kept.state }).when(attach('clm_1'));

  it('tells neither its digest nor its content, and is kept for so long', () => {
    expect(JSON.stringify(kept.decision.ok && kept.decision.events)).not.toContain('digest');
    expect([kept.state.status, documents.deadline(kept.state)]).toEqual(['stored', until]);
    given({ ...documents, initial: kept.state }).when({ type: PASS_DEADLINE, data: {} }, { at: '2026-09-30T08:00:00.000Z' }).then([]);
    given({ ...documents, initial: kept.state }).when({ type: PASS_DEADLINE, data: {} }, { at: until }).then([claimDocumentDropped.of(ids)]);
  });

  it('is part of one claim, and then stays', () => {
    expect([attached.state.status, documents.deadline(attached.state)]).toEqual(['attached', undefined]);
    given({ ...documents, initial: attached.state }).when(attach('clm_1')).then([]);
    given({ ...documents, initial: attached.state }).when(attach('clm_2')).then({ code: 'claim-document-not-found' });
    given({ ...documents, initial: attached.state }).when({ type: PASS_DEADLINE, data: {} }, { at: until }).then([]);
  });
});
