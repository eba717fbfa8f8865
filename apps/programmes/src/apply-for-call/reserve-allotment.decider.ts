import { allotmentDeclined, allotmentReserved, type AidFacts, type DataOf, type DecisionFacts } from '@salvatempo/contracts';
import { accept, slice } from '@salvatempo/kernel';
import { fundOf, placeOf, withFund, type Call, type Opened } from '../domain/call';
import { whyNotEligible, type Applicant } from '../domain/eligibility';

export interface ReserveAllotment extends Applicant {
  /** What the register said, of a call that gives aid. */
  readonly aid?: AidFacts;
  /** Its code, where it said no. */
  readonly aidCode?: string;
  readonly allotmentId: string;
  readonly firmId: string;
}

/**
 * Reserves a firm's whole cap, or what the register of aid left of it, against the free budget, in the order in which the applications come (SPORTELLO, docs/rules).
 * A "no" is an event that reserves nothing; yes and no bear the facts that they rest on and their place in the order.
 */
export const reserveAllotmentSlice = slice<Call, ReserveAllotment>({
  command: 'reserve-allotment',
  decide({ allotmentId, firmId, aidCode, ...applicant }, state) {
    if (state.status === 'absent') throw new Error(`${allotmentId} applies to no call`);
    const parties = { callId: state.callId, allotmentId, firmId };
    const facts = factsOf(applicant, state);
    const amountCents = facts.aid?.heldCents ?? facts.askedCents;
    const code = whyNotEligible(applicant, state.terms) ?? aidCode ?? (amountCents > facts.freeCents ? 'budget-exhausted' : undefined);
    if (code !== undefined) return accept(allotmentDeclined.of({ ...parties, code, facts }));
    const fund = fundOf({ ...state, committedCents: state.committedCents + amountCents });
    return accept(allotmentReserved.of({ ...parties, amountCents, fund, facts }));
  },
  evolve: {
    [allotmentReserved.type]: (state: Call, { fund }: DataOf<typeof allotmentReserved>): Call => ({ ...(withFund(state, fund) as Opened), decisions: placeOf(state) }),
    [allotmentDeclined.type]: (state: Call): Call => ({ ...(state as Opened), decisions: placeOf(state) }),
  },
});

const factsOf = (applicant: Omit<ReserveAllotment, 'allotmentId' | 'firmId' | 'aidCode'>, state: Opened): DecisionFacts => ({
  ...applicant,
  memberships: [...applicant.memberships],
  place: placeOf(state),
  askedCents: state.terms.firmCapCents,
  freeCents: fundOf(state).freeCents,
});
