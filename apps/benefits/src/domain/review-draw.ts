import { BASE32 } from '@salvatempo/kernel';

/** Characters of the digest that a draw takes, 5 bits each. */
export const DRAW_LENGTH = 8;

/**
 * Whether a claim is looked at a second time: its digest under the territory's key as a fraction of all there could be, below the share. The
 * same claim is always drawn alike, and without the key nobody can tell beforehand which.
 * @param digest so many characters of Crockford's base 32 as DRAW_LENGTH says.
 * @param basisPoints of 10,000 (docs/rules/claim-terms.json).
 */
export function isDrawn(digest: string, basisPoints: number): boolean {
  const value = [...digest.toLowerCase()].reduce((sum, sign) => sum * BASE32.length + BASE32.indexOf(sign), 0);
  return value * 10_000 < basisPoints * BASE32.length ** DRAW_LENGTH;
}
