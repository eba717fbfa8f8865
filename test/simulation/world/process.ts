import type { Aggregate, Ambient } from '@salvatempo/kernel';
import { SimulatedEventLog } from '@salvatempo/messaging';
import type { PlatformPorts } from '@salvatempo/runtime';
import { SimulatedStore } from '@salvatempo/store';
import { Incarnation, type SeededRandomness } from '@salvatempo/testing';
import type { Edge } from './edge';
import { mailSender, quickHasher, watchedLog } from './outside-ports';
import type { Surroundings } from './surroundings';

/** A product that was booted with the ports of one process. */
export interface Booted {
  readonly edge: Edge;
  readonly aggregates: readonly Aggregate<unknown>[];
  /** Ends in order: consumers, then relay and deadlines. */
  stop(): Promise<void>;
}

/** One running copy of the product. `booted` is undefined until it takes requests. */
export class SimulatedProcess {
  readonly life: Incarnation;
  booted: Booted | undefined;
  private readonly store: SimulatedStore;
  private readonly log: SimulatedEventLog;

  constructor(
    readonly world: Surroundings,
    randomness: SeededRandomness,
    /** Whether it is promised to be the only one, as it is on an embedded store. */
    readonly alone: boolean,
  ) {
    const { scheduler, disk, broker, faults } = world;
    this.life = new Incarnation(scheduler, randomness);
    this.store = new SimulatedStore(disk, this.life, faults, alone);
    this.log = new SimulatedEventLog(broker, { schedule: this.life, faults, wait: this.life.wait });
  }

  /** What the product is given; a planted bug may wrap some of it. */
  get ports(): PlatformPorts {
    const { world, life, store, log } = this;
    return world.plant.wrap({
      store,
      log,
      ambient: life.ambient satisfies Ambient,
      keys: world.keys,
      hasher: quickHasher(life),
      mail: mailSender(world.mailbox, life, world.faults),
      processLog: watchedLog((message, facts) => world.noteError(message, facts)),
      publicUrl: 'https://salvatempo.example',
    });
  }

  /** Dies between two operations: what it had begun never goes on, and what it had written may be lost. */
  crash(kept: (unsynced: number) => number): void {
    this.life.end();
    this.store.crash(kept);
    this.log.crash();
    this.booted = undefined;
  }
}
