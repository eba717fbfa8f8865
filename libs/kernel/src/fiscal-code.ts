import { CheckDigitizer } from '@marketto/codice-fiscale-utils';

/** docs/rules, codes: letters stand for digits where two people would have had the same code (omocodia). */
const SHAPE = /^[A-Z]{6}[0-9LMNPQRSTUV]{2}[ABCDEHLMPRST][0-9LMNPQRSTUV]{2}[A-Z][0-9LMNPQRSTUV]{3}[A-Z]$/;
/** A day of the month; 40 more for a woman. */
const DAY = /^([04][1-9]|[1256]\d|[37][01])$/;
/** Where digits may be written as letters, counted from 0. */
const DIGIT_PLACES = new Set([6, 7, 9, 10, 12, 13, 14]);
const OMOCODIA = 'LMNPQRSTUV';

/** A codice fiscale as typed: spaces and small letters don't count. */
export const normaliseFiscalCode = (typed: string): string => typed.replace(/\s/g, '').toUpperCase();

/** Whether a normalised text looks like the codice fiscale of a person, right or wrong; no user name may look like one. */
export const looksLikeFiscalCode = (text: string): boolean => SHAPE.test(text);

const withDigits = (text: string): string =>
  [...text].map((letter, place) => (DIGIT_PLACES.has(place) && OMOCODIA.includes(letter) ? String(OMOCODIA.indexOf(letter)) : letter)).join('');

/**
 * Whether a normalised text is a codice fiscale: its shape, a day that there is, and its check letter; omocodia is as good.
 * Says nothing about whether it was ever given out: that is never derived from a name or a date (docs/rules, codes).
 */
export const isFiscalCode = (text: string): boolean =>
  looksLikeFiscalCode(text) && DAY.test(withDigits(text).slice(9, 11)) && CheckDigitizer.checkDigit(text) === text[15];

export type Sex = 'female' | 'male';

/** The sex that a codice fiscale was given out with: a woman's day of birth has 40 added. Undefined for a text that is no codice fiscale. */
export const sexIn = (text: string): Sex | undefined => (isFiscalCode(text) ? (Number(withDigits(text).slice(9, 11)) > 40 ? 'female' : 'male') : undefined);

/** The one code that all omocodia variants of a person's code come down to. A text that is no codice fiscale stays as it is. */
export function plainFiscalCode(text: string): string {
  if (!isFiscalCode(text)) return text;
  const plain = withDigits(text).slice(0, 15);
  return `${plain}${CheckDigitizer.checkDigit(plain)}`;
}
