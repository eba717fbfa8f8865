import fc from 'fast-check';
import { assertAmount, centsOfDigits, formatEuro, shareOf, sumCents } from './money';

const cents = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });
const basisPoints = fc.integer({ min: 0, max: 10_000 });

/** Half up, by division with a remainder. */
function shareByHand(amount: number, points: number): bigint {
  const product = BigInt(amount) * BigInt(points);
  const whole = product / 10_000n;
  return product % 10_000n >= 5_000n ? whole + 1n : whole;
}

describe('a share of an amount', () => {
  it('is exact to the cent for every amount there is', () => {
    fc.assert(
      fc.property(cents, basisPoints, (amount, points) => expect(BigInt(shareOf(amount, points))).toBe(shareByHand(amount, points))),
      { numRuns: 20_000 },
    );
  });

  it('and the rest make the whole again, and neither is negative', () => {
    fc.assert(
      fc.property(cents, basisPoints, (amount, points) => {
        const share = shareOf(amount, points);
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(amount);
        expect(BigInt(share) + BigInt(amount - share)).toBe(BigInt(amount));
      }),
    );
  });

  it('rounds half up, where binary fractions would not', () => {
    expect(shareOf(4_000, 7_000)).toBe(2_800);
    expect(shareOf(1, 5_000)).toBe(1);
    expect(shareOf(1, 4_999)).toBe(0);
    expect(shareOf(105, 1_000)).toBe(11);
    expect(shareOf(Number.MAX_SAFE_INTEGER, 10_000)).toBe(Number.MAX_SAFE_INTEGER);
  });

  it.each([-1, 0.5, Number.NaN, Infinity, 2 ** 53])('refuses an amount of %p', (amount) => {
    expect(() => shareOf(amount, 1)).toThrow(RangeError);
    expect(() => assertAmount(amount)).toThrow(RangeError);
  });

  it.each([-1, 10_001, 0.5, Number.NaN])('refuses %p basis points', (points) => {
    expect(() => shareOf(100, points)).toThrow(RangeError);
  });
});

describe('a sum', () => {
  it('is exact, through chains of a thousand operations, or refused', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -9_000_000_000_000, max: 9_000_000_000_000 }), { minLength: 1_000, maxLength: 1_000 }), (amounts) => {
        const exact = amounts.reduce((total, amount) => total + BigInt(amount), 0n);
        expect(BigInt(sumCents(amounts))).toBe(exact);
      }),
      { numRuns: 50 },
    );
    expect(() => sumCents([Number.MAX_SAFE_INTEGER, 1])).toThrow(RangeError);
    expect(sumCents([])).toBe(0);
  });
});

it.each([['40', undefined, 4_000], ['40', '', 4_000], ['40', '5', 4_050], ['0', '05', 5]])('%p and %p are read as %p cents', (euros, decimals, cents) => expect(centsOfDigits(euros, decimals)).toBe(cents));

describe('euros as they are written', () => {
  it.each([
    [0, '0,00 €'],
    [5, '0,05 €'],
    [4_000, '40,00 €'],
    [123_450, '1.234,50 €'],
    [100_000_000, '1.000.000,00 €'],
    [-1_250, '-12,50 €'],
    [-5, '-0,05 €'],
  ])('%p cents are %p', (amount, text) => expect(formatEuro(amount)).toBe(text));

  it('say every cent', () => {
    fc.assert(
      fc.property(fc.integer({ min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER }), (amount) => {
        const digits = formatEuro(amount).replace(/[^\d-]/g, '');
        expect(BigInt(digits)).toBe(BigInt(amount));
      }),
    );
  });
});
