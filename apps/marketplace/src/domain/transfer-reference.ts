import { BASE32, derivedId } from '@salvatempo/kernel';

const DIGITS = 10n ** 14n;

/** What an owner writes on the transfer for a purchase: fourteen digits that follow from its id and two that check them, as an IBAN's do (ISO 7064, MOD 97-10). */
export function transferReferenceOf(purchaseId: string): string {
  const code = derivedId('ref', 'transfer', purchaseId).slice('ref_'.length);
  const number = [...code].reduce((sum, letter) => sum * 32n + BigInt(BASE32.indexOf(letter)), 0n) % DIGITS;
  return `${String(number).padStart(14, '0')}${String(98n - ((number * 100n) % 97n)).padStart(2, '0')}`;
}

/** Whether these are digits of such a reference without a slip of the pen. */
export const isTransferReference = (digits: string): boolean => /^\d{16}$/.test(digits) && BigInt(digits) % 97n === 1n;
