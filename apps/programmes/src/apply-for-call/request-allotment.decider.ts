import { allotmentRequested, type DataOf, type Declared } from '@salvatempo/contracts';
import { accept, refuse, slice } from '@salvatempo/kernel';
import type { Allotment } from '../domain/allotment';

export interface RequestAllotment {
  readonly callId: string;
  readonly firmId: string;
  /** The call's cap per firm: partial grants aren't given. */
  readonly askedCents: number;
  readonly declared?: Declared;
}

/** A firm applies, once; after a refusal it may try again, since nothing was reserved for it. */
export const requestAllotmentSlice = slice<Allotment, RequestAllotment>({
  command: 'request-allotment',
  decide({ callId, firmId, askedCents, declared }, state, { id, at }) {
    if (state.status === 'requested' || state.status === 'granted' || state.status === 'ended') return refuse('allotment-already-requested');
    return accept(allotmentRequested.of({ callId, allotmentId: id, firmId, askedCents, requestedAt: at, ...(declared && { declared }) }));
  },
  evolve: {
    [allotmentRequested.type]: (_: Allotment, asked: DataOf<typeof allotmentRequested>): Allotment => ({ ...asked, status: 'requested' }),
  },
});
