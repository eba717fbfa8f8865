import { hash } from 'node:crypto';
import type { Randomness } from './ports';

/** Crockford's base 32: no I, L, O, U, so that an id read aloud or typed from paper isn't mistaken. */
export const BASE32 = '0123456789abcdefghjkmnpqrstvwxyz';

/** Bytes as Crockford base 32, lower case, without padding: 5 bits a character. */
export function base32(bytes: Uint8Array): string {
  let text = '';
  let bits = 0;
  let value = 0;
  for (const byte of bytes) {
    value = ((value << 8) | byte) & 0x1fff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += BASE32[(value >>> bits) & 31];
    }
  }
  return bits > 0 ? text + BASE32[(value << (5 - bits)) & 31] : text;
}

/** Enough for 26 characters. */
const ID_BYTES = 17;

/**
 * An id that follows from its cause: the same parts always give the same id, so that a repeat is a duplicate key.
 * @param prefix kind of thing, e.g. `pur`; the id reads `pur_` + 26 characters (130 bits of SHA-256).
 */
export function derivedId(prefix: string, ...parts: readonly string[]): string {
  let text = '';
  for (const part of parts) text += `${Buffer.byteLength(part)}:${part}`;
  return `${prefix}_${base32(Buffer.from(hash('sha256', text, 'hex').slice(0, 2 * ID_BYTES), 'hex')).slice(0, 26)}`;
}

/** A new id from chance: `prefix_` + 26 characters (130 bits). */
export const randomId = (prefix: string, randomness: Randomness): string =>
  `${prefix}_${base32(randomness.bytes(ID_BYTES)).slice(0, 26)}`;

/** What an id looks like, for validation: `pur_` and 26 characters of Crockford's base 32. */
export const idPattern = (prefix: string): RegExp => new RegExp(`^${prefix}_[0-9a-hjkmnp-tv-z]{26}$`);

/** What any id looks like, whatever its prefix. */
export const ANY_ID = /^[a-z]{2,12}_[0-9a-hjkmnp-tv-z]{26}$/;
