import type { SeededRandomness } from '@salvatempo/testing';
import { fiscalCodeOf } from '../../../scripts/tour/fiscal-code';

const NAMES = [
  'Adele',
  'Bruno',
  'Carla',
  'Dario',
  'Elsa',
  'Fabio',
  'Gilda',
  'Ivano',
  'Lidia',
  'Mirco',
  'Nives',
  'Oreste',
];
const SURNAMES = [
  'Arvedi',
  'Bragonzi',
  'Cagnoli',
  'Dossena',
  'Ferrandi',
  'Grecchi',
  'Lodetti',
  'Marazzi',
  'Novati',
  'Pavesi',
];

export interface InventedPerson {
  readonly name: string;
  readonly surname: string;
  readonly fiscalCode: string;
}

/** Somebody who exists nowhere. */
export function inventPerson(randomness: SeededRandomness): InventedPerson {
  const name = randomness.pick(NAMES);
  const surname = randomness.pick(SURNAMES);
  const place = `${randomness.pick(['E', 'F', 'H', 'L'])}${randomness.between(100, 999)}`;
  const birth = { year: randomness.between(40, 99), month: randomness.below(12), day: randomness.between(1, 28) };
  return { name, surname, fiscalCode: fiscalCodeOf({ name, surname, ...birth, place }) };
}

/** Seven digits, the tax office of Lodi (098) and the check digit of a partita IVA (docs/rules, codes). */
export function inventVatNumber(randomness: SeededRandomness): string {
  const digits = [...Array.from({ length: 7 }, () => randomness.below(10)), 0, 9, 8];
  const doubled = (digit: number): number => (digit * 2 > 9 ? digit * 2 - 9 : digit * 2);
  const sum = digits.reduce((total, digit, at) => total + (at % 2 === 0 ? digit : doubled(digit)), 0);
  return [...digits, (10 - (sum % 10)) % 10].join('');
}
