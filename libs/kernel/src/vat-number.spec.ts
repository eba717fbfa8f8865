import fc from 'fast-check';
import { isVatNumber, normaliseVatNumber } from './vat-number';

describe('a partita IVA', () => {
  it('has 11 digits, the last of which checks the others', () => {
    expect(isVatNumber('00743110157')).toBe(true);
    expect(isVatNumber('00743110158')).toBe(false);
    expect(isVatNumber('0074311015')).toBe(false);
    expect(isVatNumber('007431101570')).toBe(false);
    expect(isVatNumber('0074311015A')).toBe(false);
  });

  it('is not all zeros, although its check digit is right', () => expect(isVatNumber('00000000000')).toBe(false));

  it('is read with spaces, dots and the prefix of the country', () => {
    expect(normaliseVatNumber(' it 007.431.101 57 ')).toBe('00743110157');
  });

  it('never survives one wrong digit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 1, max: 9 }), (place, by) => {
        const digits = [...'00743110157'];
        digits[place] = String((Number(digits[place]) + by) % 10);
        return !isVatNumber(digits.join(''));
      }),
    );
  });
});
