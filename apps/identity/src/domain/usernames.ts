import { looksLikeFiscalCode, normaliseFiscalCode } from '@salvatempo/kernel';

/** A user name or an e-mail address as it is compared. */
export const normaliseUsername = (typed: string): string => typed.trim().normalize('NFKC').toLowerCase();

/** What somebody signs in with: the codice fiscale of an employee, known by its shape, or a user name. */
export function readLogin(typed: string): { readonly fiscalCode: string } | { readonly username: string } {
  const code = normaliseFiscalCode(typed);
  return looksLikeFiscalCode(code) ? { fiscalCode: code } : { username: normaliseUsername(typed) };
}
