import { mandateEnded, type DataOf } from '@salvatempo/contracts';
import { accept, refuse, slice } from '@salvatempo/kernel';
import type { KnownMandate, Mandate } from '../domain/mandate';

export interface EndMandate {
  /** `YYYY-MM-DD` in Rome: the first day on which it doesn't hold any more. */
  readonly endsOn: string;
}

/** A firm ends a mandate, or brings its end forward; never puts it off. */
export const endMandateSlice = slice<Mandate, EndMandate>({
  command: 'end-mandate',
  decide({ endsOn }, state, { id }) {
    if (state.status === 'absent') return refuse('mandate-not-found');
    if (state.status === 'ended' && state.endsOn <= endsOn) return refuse('mandate-ended-already', { endsOn: state.endsOn });
    return accept(mandateEnded.of({ mandateId: id, firmId: state.firmId, intermediaryId: state.intermediaryId, endsOn }));
  },
  evolve: {
    [mandateEnded.type]: (state: Mandate, { endsOn }: DataOf<typeof mandateEnded>): Mandate => ({ ...(state as KnownMandate), status: 'ended', endsOn }),
  },
});
