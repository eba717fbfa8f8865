import { FAULT_KINDS, type FaultPlan } from '../world/fault-plan';
import { expectedRefusals, expectedStates } from './expected-coverage';

/** What a run met: kinds of trouble, refusals of deciders, states of documents. */
export class Coverage {
  /** How often each was met. */
  private readonly refusals = new Map<string, number>();
  private readonly states = new Set<string>();

  refused(service: string, code: string): void {
    const refusal = `${service}: ${code}`;
    this.refusals.set(refusal, (this.refusals.get(refusal) ?? 0) + 1);
  }

  reached(collection: string, state: unknown): void {
    const status = (state as { readonly status?: unknown } | null)?.status;
    if (typeof status === 'string') this.states.add(`${collection.slice(0, collection.indexOf('.'))}: ${status}`);
  }

  /** The expected refusals that were met least, and how often: what another seed may miss. */
  rarest(most: number): readonly (readonly [string, number])[] {
    return expectedRefusals()
      .map((refusal) => [refusal, this.refusals.get(refusal) ?? 0] as const)
      .sort(([, one], [, other]) => one - other)
      .slice(0, most);
  }

  /** What a long run should have met and didn't, as sentences. */
  missing(faults: FaultPlan): readonly string[] {
    return [
      ...FAULT_KINDS.filter((kind) => !faults.counts.has(kind)).map((kind) => `the fault ${kind} never struck`),
      ...expectedRefusals()
        .filter((refusal) => !this.refusals.has(refusal))
        .map((refusal) => `the refusal ${refusal} was never reached`),
      ...expectedStates()
        .filter((state) => !this.states.has(state))
        .map((state) => `the state ${state} was never reached`),
    ];
  }
}
