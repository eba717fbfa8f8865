import { accompanimentStarted, accompanimentStepBegun, type DataOf } from '@salvatempo/contracts';
import { accept, refuse, slice } from '@salvatempo/kernel';
import { isDone, type Accompaniment, type KnownAccompaniment, type StepOwner } from '../domain/accompaniment';

export interface BeginStep {
  readonly firmId: string;
  readonly step: string;
  /** Steps that must be done before (docs/rules). */
  readonly after: readonly string[];
  readonly owner: StepOwner;
  readonly begunOn: string;
  readonly dueOn: string;
}

/** Begins a step of a firm's path, and with the first one the path. */
export const beginStepSlice = slice<Accompaniment, BeginStep>({
  command: 'begin-step',
  decide({ firmId, step, after, owner, begunOn, dueOn }, state, { id }) {
    if (state.status !== 'absent' && state.steps[step]) return refuse('step-begun');
    if (after.some((earlier) => state.status === 'absent' || !isDone(state, earlier))) return refuse('step-too-early');
    const begun = accompanimentStepBegun.of({ accompanimentId: id, firmId, step, owner, begunOn, dueOn });
    return state.status === 'absent' ? accept(accompanimentStarted.of({ accompanimentId: id, firmId, startedOn: begunOn }), begun) : accept(begun);
  },
  evolve: {
    [accompanimentStarted.type]: (_: Accompaniment, { firmId, startedOn }: DataOf<typeof accompanimentStarted>): Accompaniment => ({ status: 'under-way', firmId, startedOn, steps: {} }),
    [accompanimentStepBegun.type]: (state: Accompaniment, { step, owner, begunOn, dueOn }: DataOf<typeof accompanimentStepBegun>): Accompaniment => {
      const known = state as KnownAccompaniment;
      return { ...known, steps: { ...known.steps, [step]: { owner, begunOn, dueOn, handedIn: {} } } };
    },
  },
});
