/**
 * When the operations of the simulated adapters happen. The simulation's scheduler performs them one at a time, in an
 * order and after a delay that follow from the seed; of an incarnation that died it performs and answers none.
 */
export interface Schedule {
  /** Performs `run` later and resolves with its result, or rejects with what it threw. `label` names the kind of operation. */
  perform<T>(label: string, run: () => T): Promise<T>;
}

/** Every operation happens at once, for tests that are about something else. */
export const immediately: Schedule = {
  perform: (_label, run) => {
    try {
      return Promise.resolve(run());
    } catch (error) {
      return Promise.reject(error as Error);
    }
  },
};

/**
 * What can go wrong with one operation. `before`: it doesn't happen. `after`: it happens, and the caller is told that it
 * is unknown. `conflict`: a commit loses a race that nobody won.
 */
export type Fault = 'unavailable-before' | 'unavailable-after' | 'conflict';

/** Asked once for each operation; `label` is the port's method, e.g. `documents.commit`. */
export interface Faults {
  next(label: string): Fault | undefined;
}

export const noFaults: Faults = { next: () => undefined };

/** Faults on demand: each is handed out once, to the next operation of its label, in the order they were asked for. */
export class DemandedFaults implements Faults {
  private readonly demanded = new Map<string, Fault[]>();

  demand(label: string, ...faults: readonly Fault[]): void {
    this.demanded.set(label, [...(this.demanded.get(label) ?? []), ...faults]);
  }

  next(label: string): Fault | undefined {
    return this.demanded.get(label)?.shift();
  }
}
