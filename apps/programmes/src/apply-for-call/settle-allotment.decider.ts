import { allotmentGranted, allotmentRefused, type CallTerms, type DataOf } from '@salvatempo/contracts';
import { accept, NOTHING, slice } from '@salvatempo/kernel';
import type { Allotment, Known } from '../domain/allotment';

export interface GrantAllotment {
  readonly amountCents: number;
  readonly terms: CallTerms;
}

/** The call reserved the firm's cap: from now on purchases can be paid from it. */
export const grantAllotmentSlice = slice<Allotment, GrantAllotment>({
  command: 'grant-allotment',
  decide({ amountCents, terms }, state) {
    if (state.status !== 'requested') return NOTHING;
    const { callId, allotmentId, firmId } = state;
    return accept(allotmentGranted.of({ callId, allotmentId, firmId, amountCents, terms }));
  },
  evolve: {
    [allotmentGranted.type]: (state: Allotment, { amountCents, terms }: DataOf<typeof allotmentGranted>): Allotment => {
      const { callId, allotmentId, firmId, askedCents } = state as Known;
      const { opensAt, closesAt } = terms;
      return { status: 'granted', callId, allotmentId, firmId, askedCents, grantedCents: amountCents, paidCents: 0, holds: [], opensAt, closesAt };
    },
  },
});

/** The call declined; `code` says why. */
export const refuseAllotmentSlice = slice<Allotment, { readonly code: string }>({
  command: 'refuse-allotment',
  decide({ code }, state) {
    if (state.status !== 'requested') return NOTHING;
    const { callId, allotmentId, firmId } = state;
    return accept(allotmentRefused.of({ callId, allotmentId, firmId, code }));
  },
  evolve: {
    [allotmentRefused.type]: (state: Allotment, { code }: DataOf<typeof allotmentRefused>): Allotment => ({ ...(state as Known), status: 'refused', code }),
  },
});
