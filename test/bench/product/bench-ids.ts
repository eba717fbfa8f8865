import { derivedId } from '@salvatempo/kernel';

/** One firm with all of the accounts that are measured. */
export const FIRM_ID = derivedId('fir', 'bench');
export const personIdOf = (number: number): string => derivedId('per', 'bench', String(number));
export const accountIdOf = (number: number): string => derivedId('acc', FIRM_ID, personIdOf(number));
