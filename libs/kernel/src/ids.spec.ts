import fc from 'fast-check';
import { ANY_ID, base32, derivedId, idPattern, randomId } from './ids';
import type { Randomness } from './ports';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** Base 32 by a number of any size: slow, and written another way than the product's. */
function oracle(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? []).map((five) => ALPHABET[parseInt(five.padEnd(5, '0'), 2)]).join('');
}

describe('base 32', () => {
  it('is Crockford’s, bit for bit, for any bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => expect(base32(bytes)).toBe(oracle(bytes))));
  });
});

describe('derived ids', () => {
  const parts = fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 4 });

  it('are the same for the same parts, and look like ids', () => {
    fc.assert(
      fc.property(parts, (given) => {
        const id = derivedId('pur', ...given);
        expect(id).toBe(derivedId('pur', ...given));
        expect(id).toMatch(idPattern('pur'));
        expect(id).toMatch(ANY_ID);
        expect(id).not.toMatch(idPattern('vou'));
      }),
    );
  });

  it('differ for other parts, also where the texts run together the same', () => {
    fc.assert(
      fc.property(parts, parts, (one, other) => {
        fc.pre(JSON.stringify(one) !== JSON.stringify(other));
        expect(derivedId('pur', ...one)).not.toBe(derivedId('pur', ...other));
      }),
    );
    expect(derivedId('pur', 'ab', 'c')).not.toBe(derivedId('pur', 'a', 'bc'));
    expect(derivedId('pur', '1:a')).not.toBe(derivedId('pur', '', 'a'));
  });
});

describe('random ids', () => {
  it('carry 130 bits of the randomness given, and nothing else', () => {
    const fixed = (byte: number): Randomness => ({ bytes: (count) => new Uint8Array(count).fill(byte), fraction: () => 0 });
    expect(randomId('ses', fixed(0))).toBe(`ses_${'0'.repeat(26)}`);
    expect(randomId('ses', fixed(255))).toBe(`ses_${'z'.repeat(26)}`);
  });

  it.each(['pur_', `pur_${'0'.repeat(25)}`, `pur_${'0'.repeat(27)}`, `pur_${'i'.repeat(26)}`, `PUR_${'0'.repeat(26)}`, `pur_${'0'.repeat(26)}\n`, `../pur_${'0'.repeat(26)}`])(
    'are not taken for ids when they read %j',
    (text) => {
      expect(text).not.toMatch(idPattern('pur'));
      expect(text).not.toMatch(ANY_ID);
    },
  );
});
