import { OperationQueue, type Operation } from './operation-queue';
import type { SeededRandomness } from './seeded-randomness';
import { SimulatedClock } from './simulated-clock';

/** The epoch of what belongs to no process: users, networks, trouble. */
export const WORLD = 0;

/** How long an operation of this label takes to happen, in simulated milliseconds. */
export type DelayOf = (label: string, randomness: SeededRandomness) => number;

/** Mostly a millisecond or so; now and then long enough for everything else to overtake. */
export const usualDelay: DelayOf = (_label, randomness) =>
  randomness.chance(0.02) ? randomness.fraction() * 400 : randomness.fraction() * 3;

/**
 * Performs everything that happens in a simulation, one operation at a time, in the order of simulated time. Delays are
 * drawn from the seed, so that the same seed gives the same order. Operations of an epoch that ended never happen.
 */
export class Scheduler {
  readonly clock: SimulatedClock;
  /** Operations performed so far. */
  performed = 0;
  /** Called before each operation; it may end an epoch, and with it the operation. */
  onOperation: ((label: string) => void) | undefined;
  private readonly queue = new OperationQueue();
  private epochs = 0;
  private readonly alive = new Set<number>();

  constructor(
    private readonly randomness: SeededRandomness,
    startMs: number,
    private readonly delayOf: DelayOf = usualDelay,
  ) {
    this.clock = new SimulatedClock(startMs);
  }

  get pending(): number {
    return this.queue.size;
  }

  /** Milliseconds since the beginning at which the next operation happens; undefined where nothing will. */
  get nextAtMs(): number | undefined {
    this.dropDead();
    return this.queue.first()?.atMs;
  }

  /** Begins the life of a process. Several may live at once, as replicas do. */
  beginEpoch(): number {
    this.epochs += 1;
    this.alive.add(this.epochs);
    return this.epochs;
  }

  /** Ends a life: nothing of it happens or is answered any more. */
  endEpoch(epoch: number): void {
    this.alive.delete(epoch);
  }

  isAlive(epoch: number): boolean {
    return epoch === WORLD || this.alive.has(epoch);
  }

  /** Something of an epoch, or of the WORLD, which survives every crash, after `delayMs`, or after a delay by chance. */
  plan(label: string, epoch: number, run: () => void, delayMs = this.delayOf(label, this.randomness)): Operation {
    const atMs = this.clock.monotonicMs() + Math.max(0, delayMs);
    const operation: Operation = { label, atMs, rank: this.randomness.fraction(), epoch, run, cancelled: false };
    if (this.isAlive(epoch)) this.queue.add(operation);
    return operation;
  }

  /** Performs the next operation and lets all that follows from it run. False where nothing is planned. */
  async step(): Promise<boolean> {
    this.dropDead();
    const operation = this.queue.take();
    if (!operation) return false;
    this.clock.advanceTo(operation.atMs);
    this.performed += 1;
    this.onOperation?.(operation.label);
    if (this.willHappen(operation)) operation.run();
    await settled();
    return true;
  }

  /** Performs operations until `holds`. Throws when nothing is left to happen, or after `most` operations. */
  async until(holds: () => boolean, what: string, most = 100_000): Promise<void> {
    await settled();
    for (let steps = 0; !holds(); steps++) {
      if (steps >= most) throw new Error(`waited for ${what} through ${most} operations`);
      if (!(await this.step())) throw new Error(`nothing is left to happen, still waiting for ${what}`);
    }
  }

  /** Performs what is planned up to a moment, and moves the clock there. */
  async runFor(durationMs: number): Promise<void> {
    const untilMs = this.clock.monotonicMs() + durationMs;
    await settled();
    for (let next = this.nextAtMs; next !== undefined && next <= untilMs; next = this.nextAtMs) await this.step();
    this.clock.advanceTo(untilMs);
  }

  private dropDead(): void {
    for (let first = this.queue.first(); first && !this.willHappen(first); first = this.queue.first())
      this.queue.take();
  }

  private willHappen({ cancelled, epoch }: Operation): boolean {
    return !cancelled && this.isAlive(epoch);
  }
}

/** Resolves when every microtask that is ready has run: `setImmediate` comes after all of them. */
export const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
