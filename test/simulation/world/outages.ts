import { MINUTE_MS, SECOND_MS } from '@salvatempo/kernel';
import { WORLD, type SeededRandomness } from '@salvatempo/testing';
import type { World } from './world';

const awhile = (randomness: SeededRandomness): number => randomness.between(1, 30) * SECOND_MS;
/** Longer than a hold or a message that waits for another one is good for, now and then. */
const long = (randomness: SeededRandomness): number =>
  randomness.chance(0.2) ? randomness.between(5, 45) * MINUTE_MS : awhile(randomness);

function brokerDown(world: World, randomness: SeededRandomness): void {
  if (world.broker.down) return;
  world.broker.down = true;
  world.faults.happened('broker-down');
  world.scheduler.plan('broker up', WORLD, () => (world.broker.down = false), long(randomness));
}

function diskFull(world: World, randomness: SeededRandomness): void {
  if (world.disk.full) return;
  world.disk.full = true;
  world.faults.happened('disk-full');
  world.scheduler.plan('disk has room', WORLD, () => (world.disk.full = false), awhile(randomness));
}

/** Trouble that lasts a while. */
export const OUTAGES = [brokerDown, diskFull] as const;
