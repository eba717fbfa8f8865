import { BASE32, derivedId } from './ids';

const DIGITS = 10n ** 14n;

/** What is written on the transfer for a thing, such as a purchase: fourteen digits that follow from its id and two that check them, as an IBAN's do (ISO 7064, MOD 97-10). */
export function transferReferenceOf(id: string): string {
  const code = derivedId('ref', 'transfer', id).slice('ref_'.length);
  const number = [...code].reduce((sum, letter) => sum * 32n + BigInt(BASE32.indexOf(letter)), 0n) % DIGITS;
  return `${String(number).padStart(14, '0')}${String(98n - ((number * 100n) % 97n)).padStart(2, '0')}`;
}

/** Whether these are digits of such a reference without a slip of the pen. */
export const isTransferReference = (digits: string): boolean => /^\d{16}$/.test(digits) && BigInt(digits) % 97n === 1n;

/** The first such reference in what somebody wrote on a transfer, however its digits are grouped; undefined where there is none, or where there are two. */
export function transferReferenceIn(text: string): string | undefined {
  const found = new Set([...text.matchAll(/(?<!\d)(?:\d[ .-]?){15}\d(?!\d)/g)].map(([digits]) => digits.replace(/\D/g, '')).filter(isTransferReference));
  return found.size === 1 ? [...found][0] : undefined;
}
