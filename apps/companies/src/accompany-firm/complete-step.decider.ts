import { accompanimentStepCompleted, type DataOf } from '@salvatempo/contracts';
import { accept, refuse, slice } from '@salvatempo/kernel';
import type { Accompaniment, KnownAccompaniment } from '../domain/accompaniment';

export interface CompleteStep {
  readonly step: string;
  /** All that the step is done with (docs/rules). */
  readonly deliverables: readonly string[];
  readonly doneOn: string;
}

/** A step is done once everything that it is done with was handed in. */
export const completeStepSlice = slice<Accompaniment, CompleteStep>({
  command: 'complete-step',
  decide({ step, deliverables, doneOn }, state, { id }) {
    const begun = state.status === 'absent' ? undefined : state.steps[step];
    if (state.status === 'absent' || !begun) return refuse('step-not-begun');
    if (begun.doneOn !== undefined) return refuse('step-done');
    if (deliverables.some((code) => begun.handedIn[code] === undefined || begun.handedIn[code]! > doneOn)) return refuse('deliverables-missing');
    return accept(accompanimentStepCompleted.of({ accompanimentId: id, firmId: state.firmId, step, doneOn }));
  },
  evolve: {
    [accompanimentStepCompleted.type]: (state: Accompaniment, { step, doneOn }: DataOf<typeof accompanimentStepCompleted>): Accompaniment => {
      const known = state as KnownAccompaniment;
      return { ...known, steps: { ...known.steps, [step]: { ...known.steps[step]!, doneOn } } };
    },
  },
});
