import { derivedId } from '@salvatempo/kernel';

/** 16 characters of Crockford's base 32 are 80 bits: at 10 guesses a second, P(a live code in a year) stays below 1e-9 for a million vouchers. */
export const CODE_LENGTH = 16;

/** A voucher is found by its code and nothing else: its id is made from it and can't be turned back. */
export const voucherIdOf = (code: string): string => derivedId('vou', 'code', code);

/** As typed or scanned: spaces and dashes don't count, and the letters that Crockford leaves out are read as the digits they look like. */
export const normaliseCode = (typed: string): string =>
  typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');

/** In groups of four, for reading aloud and printing. */
export const groupedCode = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1-');
