import { isFiscalCode, looksLikeFiscalCode, normaliseFiscalCode, plainFiscalCode, sexIn } from '.';

describe('a codice fiscale', () => {
  it.each(['RSSMRA85T10A562S', 'ABCDEF12B23P432P', 'ABCDEF12B23P43NE', 'RSSMRA85T10A56NH', 'VLLMRT88D52E648U'])('takes %s', (code) => {
    expect(isFiscalCode(code)).toBe(true);
  });

  it.each([
    ['a wrong check letter', 'RSSMRA85T10A562X'],
    ['a day that there is not', 'RSSMRA85T39A562S'],
    ['small letters', 'rssmra85t10a562s'],
    ['one character less', 'RSSMRA85T10A562'],
    ['the eleven digits of a firm', '00743110157'],
  ])('refuses %s', (_, code) => {
    expect(isFiscalCode(code)).toBe(false);
  });

  it('is read without spaces and in any case', () => {
    expect(normaliseFiscalCode(' rssmra 85t10 a562s ')).toBe('RSSMRA85T10A562S');
  });

  it('is the same for all omocodia variants of a person', () => {
    expect(plainFiscalCode('ABCDEF12B23P43NE')).toBe('ABCDEF12B23P432P');
    expect(plainFiscalCode('ABCDEF12B23P432P')).toBe('ABCDEF12B23P432P');
  });

  it('tells a woman by her day of birth, omocodia or not, and nothing of a wrong one', () => {
    expect(['RSSMRA85T10A562S', 'VLLMRT88D52E648U', 'ABCDEF12B23P43NE', 'RSSMRA85T10A562X'].map(sexIn)).toEqual(['male', 'female', 'male', undefined]);
  });

  it('stays apart from a right one where its check letter is wrong', () => {
    expect(plainFiscalCode('RSSMRA85T10A562X')).toBe('RSSMRA85T10A562X');
    expect(looksLikeFiscalCode('RSSMRA85T10A562X')).toBe(true);
  });
});
