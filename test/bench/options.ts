import { parseArgs } from 'node:util';
import { CHECKS } from './checks';
import type { BlockPlan } from './measure/blocks';
import { TARGETS } from './parts';

export interface Options {
  readonly smoke: boolean;
  /** Only this figure, and what it needs. */
  readonly only?: string;
  /** How much of a check, e.g. how many accounts. */
  readonly size?: number;
  readonly plan: BlockPlan;
}

/** Four seconds of each arm in a block, after one of warm-up, in four turns. */
const TURNS = { turns: 4, warmMs: 250, ms: 1_000 };
const SMOKE = { blocks: 3, ...TURNS };
const FULL = { blocks: 15, ...TURNS };

/** Throws Error for arguments that make no sense. */
export function readOptions(argv: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...argv],
    options: { smoke: { type: 'boolean', default: false }, only: { type: 'string' }, size: { type: 'string' }, seed: { type: 'string' } },
    strict: true,
  });
  const seed = values.seed === undefined ? Math.floor(Math.random() * 1_000_000) : Number(values.seed);
  if (!Number.isSafeInteger(seed)) throw new Error('--seed takes a whole number');
  const ids = [...TARGETS, ...CHECKS].map(({ id }) => id);
  const size = values.size === undefined ? undefined : Number(values.size);
  if (size !== undefined && !(Number.isSafeInteger(size) && size > 0)) throw new Error('--size takes a whole number');
  if (values.only !== undefined && !ids.includes(values.only)) throw new Error(`--only takes one of ${ids.join(', ')}`);
  return { smoke: values.smoke, ...(values.only === undefined ? {} : { only: values.only }), ...(size === undefined ? {} : { size }), plan: { seed, ...(values.smoke ? SMOKE : FULL) } };
}
