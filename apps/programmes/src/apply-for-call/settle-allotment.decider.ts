import { allotmentGranted, allotmentRefused, type CallTerms, type DataOf, type DecisionFacts, type Ranked } from '@salvatempo/contracts';
import { accept, NOTHING, slice } from '@salvatempo/kernel';
import { isUndecided, type Allotment, type Known } from '../domain/allotment';

export interface GrantAllotment {
  readonly amountCents: number;
  readonly terms: CallTerms;
  readonly facts?: DecisionFacts;
  /** Its turn in the ranking, of a ranked call; the other facts are known here since it was admitted. */
  readonly ranked?: Ranked;
  /** Number in the national register, of a grant that is aid. */
  readonly cor?: string;
}

export interface RefuseAllotment {
  readonly code: string;
  readonly facts?: DecisionFacts;
}

/** The call reserved the firm's cap: from now on purchases can be paid from it. */
export const grantAllotmentSlice = slice<Allotment, GrantAllotment>({
  command: 'grant-allotment',
  decide({ amountCents, terms, facts: given, ranked, cor }, state) {
    if (!isUndecided(state)) return NOTHING;
    const { callId, allotmentId, firmId } = state;
    const facts = state.status === 'admitted' ? { ...state.facts, ...(ranked && { ranked }) } : given;
    return accept(allotmentGranted.of({ callId, allotmentId, firmId, amountCents, terms, ...(facts && { facts }), ...(cor !== undefined && { cor }) }));
  },
  evolve: {
    [allotmentGranted.type]: (state: Allotment, { amountCents, terms, facts, cor }: DataOf<typeof allotmentGranted>): Allotment => {
      const { callId, allotmentId, firmId, askedCents } = state as Known;
      const { opensAt, closesAt } = terms;
      return { status: 'granted', callId, allotmentId, firmId, askedCents, grantedCents: amountCents, paidCents: 0, holds: [], opensAt, closesAt, ...(facts && { facts }), ...(cor !== undefined && { cor }) };
    },
  },
});

/** The call declined; `code` says why. */
export const refuseAllotmentSlice = slice<Allotment, RefuseAllotment>({
  command: 'refuse-allotment',
  decide({ code, facts: given }, state) {
    if (!isUndecided(state)) return NOTHING;
    const { callId, allotmentId, firmId } = state;
    const facts = state.status === 'admitted' ? state.facts : given;
    return accept(allotmentRefused.of({ callId, allotmentId, firmId, code, ...(facts && { facts }) }));
  },
  evolve: {
    [allotmentRefused.type]: (state: Allotment, { code, facts }: DataOf<typeof allotmentRefused>): Allotment => {
      const { callId, allotmentId, firmId, askedCents } = state as Known;
      return { status: 'refused', callId, allotmentId, firmId, askedCents, code, ...(facts && { facts }) };
    },
  },
});
