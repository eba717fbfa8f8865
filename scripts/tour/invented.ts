import { fiscalCodeOf } from './fiscal-code';
import { vatNumberOf } from './vat-number';

/** A small seeded generator (mulberry32): the same seed makes the same people. */
export function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export interface InventedPerson {
  readonly name: string;
  readonly surname: string;
  readonly fiscalCode: string;
}

export interface Invented {
  readonly firmName: string;
  readonly firmVat: string;
  readonly owner: string;
  readonly employees: readonly InventedPerson[];
  readonly cooperativeName: string;
  readonly cooperativeVat: string;
  readonly manager: string;
}

const NAMES = ['Adele', 'Bruna', 'Carlo', 'Dario', 'Elsa', 'Fabio', 'Gilda', 'Ivano', 'Lidia', 'Mirco', 'Nives', 'Oreste'];
const SURNAMES = ['Arvedi', 'Bragonzi', 'Cagnoli', 'Dossena', 'Ferrandi', 'Grecchi', 'Lodetti', 'Marazzi', 'Novati', 'Pavesi', 'Rancati', 'Soresi'];
const TRADES = ['Sartoria', 'Panificio', 'Legatoria', 'Vetreria', 'Ciclofficina'];

/** Of a firm that exists nowhere. */
const vatNumber = (random: () => number): string => vatNumberOf(Array.from({ length: 7 }, () => Math.floor(random() * 10)));

/** A firm of three, its people and a cooperative that exist nowhere. */
export function invent(seed: number): Invented {
  const random = generator(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const tag = Math.floor(random() * 0xffffffff).toString(36);
  const person = (): InventedPerson => {
    const name = pick(NAMES);
    const surname = pick(SURNAMES);
    const birth = { year: 60 + Math.floor(random() * 40), month: Math.floor(random() * 12), day: 1 + Math.floor(random() * 28) };
    return { name, surname, fiscalCode: fiscalCodeOf({ name, surname, ...birth, place: `${pick(['E', 'F', 'H', 'L'])}${100 + Math.floor(random() * 899)}` }) };
  };
  return {
    firmName: `${pick(TRADES)} ${pick(SURNAMES)} (prova ${tag})`,
    firmVat: vatNumber(random),
    owner: `titolare-${tag}@prova.example`,
    employees: [person(), person(), person()],
    cooperativeName: `Cooperativa Tempo Buono (prova ${tag})`,
    cooperativeVat: vatNumber(random),
    manager: `cooperativa-${tag}@prova.example`,
  };
}
