import { parseArgs } from 'node:util';

export interface TourOptions {
  /** A running instance; undefined starts a fresh one. */
  readonly url?: string;
  readonly seed: number;
  readonly operator: { readonly username: string; readonly password: string };
  readonly json: boolean;
}

/** The demo's operator, the same as in `demo/territory.json`. */
const DEMO_OPERATOR = 'operatore@demo.example:demo-operatore';

/** Reads the command line. Throws Error with a sentence for the person who typed it. */
export function readArguments(argv: readonly string[], freshSeed: () => number): TourOptions {
  const { values } = parseArgs({
    args: [...argv],
    options: { url: { type: 'string' }, seed: { type: 'string' }, operator: { type: 'string', default: DEMO_OPERATOR }, json: { type: 'boolean', default: false } },
    strict: true,
  });
  const seed = values.seed === undefined ? freshSeed() : Number(values.seed);
  if (!Number.isSafeInteger(seed) || seed < 0) throw new Error('--seed takes a whole number');
  const colon = values.operator.indexOf(':');
  if (colon < 1) throw new Error('--operator takes USER:PASSWORD');
  const operator = { username: values.operator.slice(0, colon), password: values.operator.slice(colon + 1) };
  const url = values.url?.replace(/\/+$/, '');
  return { seed, operator, json: values.json, ...(url === undefined ? {} : { url }) };
}
