import { invoiceFields, invoiceNature, isInvoiceType } from './fattura-pa';

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

  it('has its net and VAT summed over the rates, or none of them', () => {
    const body = (...rates: readonly (readonly [string, string])[]) =>
      invoiceFields(`<FatturaElettronicaBody>${rates.map(([net, vat]) => `<DatiRiepilogo><ImponibileImporto>${net}</ImponibileImporto><Imposta>${vat}</Imposta></DatiRiepilogo>`).join('')}</FatturaElettronicaBody>`);
    expect(body(['32.79', '7.21'], ['10.00', '0.00'])).toEqual({ netCents: 4_279, vatCents: 721 });
    expect(body(['32.79', '7.21'], ['-10.00', '0.00'])).toEqual({});
    expect(body(...Array.from({ length: 101 }, () => ['1.00', '0.00'] as const))).toEqual({});
  });

  it('tells the CUP, wherever in its references that stands', () => {
    expect(invoiceFields('<FatturaElettronicaBody><DatiContratto><CodiceCUP>E12C34567890001</CodiceCUP></DatiContratto></FatturaElettronicaBody>')).toEqual({ cup: 'E12C34567890001' });
  });
});

it('says what it is and to whom it is made out, as far as it does', () => {
  const of = (type: string, buyer: string): string => `<CessionarioCommittente><DatiAnagrafici>${buyer}</DatiAnagrafici></CessionarioCommittente><DatiGeneraliDocumento>${type}</DatiGeneraliDocumento>`;
  expect(invoiceNature(of('<TipoDocumento>TD01</TipoDocumento>', '<CodiceFiscale>vllmrt88d52e648u</CodiceFiscale>'))).toEqual({ typeCode: 'TD01', buyerCode: 'VLLMRT88D52E648U' });
  expect(invoiceNature(of('<TipoDocumento>no</TipoDocumento>', '<IdFiscaleIVA><IdPaese>IT</IdPaese><IdCodice>00743110157</IdCodice></IdFiscaleIVA>'))).toEqual({ buyerCode: '00743110157' });
  expect(invoiceNature('<x/>')).toEqual({});
  expect(['TD01', 'TD06', 'TD24', 'TD04', 'TD16', 'TD27'].map(isInvoiceType)).toEqual([true, true, true, false, false, false]);
});
