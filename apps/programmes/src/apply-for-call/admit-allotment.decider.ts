import { allotmentAdmitted, allotmentRanked, type DataOf, type DecisionFacts, type Ranked } from '@salvatempo/contracts';
import { accept, NOTHING, slice } from '@salvatempo/kernel';
import type { Allotment, Known } from '../domain/allotment';

export interface AdmitAllotment {
  readonly facts: DecisionFacts;
}

/** A ranked call found the firm eligible: it waits for the ranking, and keeps what the call found. */
export const admitAllotmentSlice = slice<Allotment, AdmitAllotment>({
  command: 'admit-allotment',
  decide({ facts }, state) {
    if (state.status !== 'requested') return NOTHING;
    const { callId, allotmentId, firmId } = state;
    return accept(allotmentAdmitted.of({ callId, allotmentId, firmId, facts }));
  },
  evolve: {
    [allotmentAdmitted.type]: (state: Allotment, { facts }: DataOf<typeof allotmentAdmitted>): Allotment => {
      const { callId, allotmentId, firmId, askedCents } = state as Known;
      return { status: 'admitted', callId, allotmentId, firmId, askedCents, facts };
    },
  },
});

/** The ranking was made, and the fund didn't reach this place. */
export const rankAllotmentSlice = slice<Allotment, Ranked>({
  command: 'rank-allotment',
  decide(ranked, state) {
    if (state.status !== 'admitted') return NOTHING;
    const { callId, allotmentId, firmId } = state;
    return accept(allotmentRanked.of({ callId, allotmentId, firmId, ranked }));
  },
  evolve: {
    [allotmentRanked.type]: (state: Allotment, { ranked }: DataOf<typeof allotmentRanked>): Allotment => {
      const admitted = state as Extract<Allotment, { status: 'admitted' }>;
      return { ...admitted, facts: { ...admitted.facts, ranked } };
    },
  },
});
