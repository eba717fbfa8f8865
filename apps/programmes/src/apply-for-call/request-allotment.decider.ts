import { allotmentRequested, type DataOf, type Declared } from '@salvatempo/contracts';
import { accept, refuse, slice, type Instant } from '@salvatempo/kernel';
import type { Allotment } from '../domain/allotment';

export interface RequestAllotment {
  readonly callId: string;
  readonly firmId: string;
  /** The call's cap per firm: partial grants aren't given. */
  readonly askedCents: number;
  readonly declared?: Declared;
  /** When a ranked call took the application; otherwise the firm applies now. */
  readonly requestedAt?: Instant;
}

/** A firm applies, once; after a refusal it may try again, since nothing was reserved for it. */
export const requestAllotmentSlice = slice<Allotment, RequestAllotment>({
  command: 'request-allotment',
  decide({ callId, firmId, askedCents, declared, requestedAt }, state, { id, at }) {
    if (state.status !== 'absent' && state.status !== 'refused') return refuse('allotment-already-requested');
    return accept(allotmentRequested.of({ callId, allotmentId: id, firmId, askedCents, requestedAt: requestedAt ?? at, ...(declared && { declared }) }));
  },
  evolve: {
    [allotmentRequested.type]: (_: Allotment, asked: DataOf<typeof allotmentRequested>): Allotment => ({ ...asked, status: 'requested' }),
  },
});
