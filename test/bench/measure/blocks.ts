import { SeededRandomness } from '@salvatempo/testing';
import { measure, together, type Arm, type Measured, type Times } from './arm';

export interface BlockPlan extends Times {
  readonly seed: number;
  readonly blocks: number;
  /** How many turns an arm has in a block; `warmMs` and `ms` are those of one turn. */
  readonly turns: number;
}

/** What each arm did, block by block. */
export type Results = ReadonlyMap<string, readonly Measured[]>;

/** What runs is compiled as it goes, and a service that runs for weeks is compiled: with two seconds, reads in the first block were a quarter slower than in the third. */
const WARM_UP: Times = { warmMs: 0, ms: 6_000 };
/** Probes that spend their time in the store and on the disk. */
const BARE = new Set(['L1', 'L2']);

export async function warmUp(arms: readonly Arm[]): Promise<void> {
  for (const arm of arms) if (!BARE.has(arm.id)) await measure(arm, WARM_UP);
}

/**
 * Every arm has its turns in each block, in orders that the seed shuffles, so that no arm always follows the same other. The turns
 * are short, since what the rest of the machine does changes within seconds: the two sides of a ratio shall meet the same of it.
 */
export async function runBlocks(arms: readonly Arm[], { seed, blocks, turns, ...times }: BlockPlan, before: () => Promise<void>, say: (line: string) => void): Promise<Results> {
  const chance = new SeededRandomness(`bench ${seed}`);
  const results = new Map<string, Measured[]>(arms.map(({ id }) => [id, []]));
  for (let block = 1; block <= blocks; block++) {
    await before();
    say(`block ${block} of ${blocks}`);
    const inBlock = new Map<string, Measured[]>(arms.map(({ id }) => [id, []]));
    for (let turn = 1; turn <= turns; turn++) for (const arm of shuffled(arms, chance)) inBlock.get(arm.id)!.push(await measure(arm, times));
    for (const [id, measured] of inBlock) results.get(id)!.push(together(measured));
  }
  return results;
}

export function shuffled<T>(items: readonly T[], chance: SeededRandomness): readonly T[] {
  const order = [...items];
  for (let last = order.length - 1; last > 0; last--) {
    const other = chance.below(last + 1);
    [order[last], order[other]] = [order[other]!, order[last]!];
  }
  return order;
}
