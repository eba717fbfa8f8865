import { checkVAT, italy } from 'jsvat';

/** A partita IVA as typed: spaces, dots and a leading `IT` don't count. */
export const normaliseVatNumber = (typed: string): string => typed.replace(/[\s.]/g, '').toUpperCase().replace(/^IT/, '');

/**
 * Whether a normalised text is a partita IVA: 11 digits with their check digit and an office that exists. All zeros has a
 * right check digit and belongs to nobody. Says nothing about whether it was ever given out.
 */
export const isVatNumber = (text: string): boolean => /^\d{11}$/.test(text) && !/^0+$/.test(text) && checkVAT(`IT${text}`, [italy]).isValid;
