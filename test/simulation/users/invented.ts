import type { SeededRandomness } from '@salvatempo/testing';
import { fiscalCodeOf } from '../../../scripts/tour/fiscal-code';
import { vatNumberOf } from '../../../scripts/tour/vat-number';

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

/** Of a firm that exists nowhere. */
export const inventVatNumber = (randomness: SeededRandomness): string => vatNumberOf(Array.from({ length: 7 }, () => randomness.below(10)));
