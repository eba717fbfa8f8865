import { accompanimentDeliverableHandedIn, type DataOf } from '@salvatempo/contracts';
import { accept, refuse, slice } from '@salvatempo/kernel';
import type { Accompaniment, KnownAccompaniment } from '../domain/accompaniment';

export interface HandIn {
  readonly step: string;
  readonly deliverable: string;
  /** The deliverable that must be there before, such as the agreement before the receipt of its deposit. */
  readonly of?: string;
  readonly on: string;
}

/** Writes down a deliverable with its day, once. */
export const handInSlice = slice<Accompaniment, HandIn>({
  command: 'hand-in',
  decide({ step, deliverable, of, on }, state, { id }) {
    const begun = state.status === 'absent' ? undefined : state.steps[step];
    if (state.status === 'absent' || !begun) return refuse('step-not-begun');
    if (begun.doneOn !== undefined) return refuse('step-done');
    if (begun.handedIn[deliverable] !== undefined) return refuse('deliverable-handed-in');
    const before = of === undefined ? begun.begunOn : begun.handedIn[of];
    if (before === undefined || on < before) return refuse('deliverable-too-early');
    return accept(accompanimentDeliverableHandedIn.of({ accompanimentId: id, firmId: state.firmId, step, deliverable, handedInOn: on }));
  },
  evolve: {
    [accompanimentDeliverableHandedIn.type]: (state: Accompaniment, { step, deliverable, handedInOn }: DataOf<typeof accompanimentDeliverableHandedIn>): Accompaniment => {
      const known = state as KnownAccompaniment;
      const begun = known.steps[step]!;
      return { ...known, steps: { ...known.steps, [step]: { ...begun, handedIn: { ...begun.handedIn, [deliverable]: handedInOn } } } };
    },
  },
});
