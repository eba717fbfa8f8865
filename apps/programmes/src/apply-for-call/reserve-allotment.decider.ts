import { allotmentDeclined, allotmentReserved, applicationAdmitted, type AidFacts, type DataOf, type DecisionFacts } from '@salvatempo/contracts';
import { accept, slice } from '@salvatempo/kernel';
import { fundAfter, fundOf, placeOf, withFund, type Call, type Opened } from '../domain/call';
import { whyNotEligible, type Applicant } from '../domain/eligibility';
import { pointsOf } from '../domain/points';

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
 * A ranked call reserves nothing here either: who is eligible gets points, and waits for the ranking.
 */
export const reserveAllotmentSlice = slice<Call, ReserveAllotment>({
  command: 'reserve-allotment',
  decide({ allotmentId, firmId, aidCode, ...applicant }, state) {
    if (state.status === 'absent') throw new Error(`${allotmentId} applies to no call`);
    const parties = { callId: state.callId, allotmentId, firmId };
    const facts = factsOf(applicant, state);
    const amountCents = facts.aid?.heldCents ?? facts.askedCents;
    const { ranking } = state.terms;
    const code = whyNotEligible(applicant, state.terms) ?? aidCode ?? (!ranking && amountCents > facts.freeCents ? 'budget-exhausted' : undefined);
    if (code !== undefined) return accept(allotmentDeclined.of({ ...parties, code, facts }));
    if (ranking) return accept(applicationAdmitted.of({ ...parties, amountCents, facts: { ...facts, points: pointsOf(applicant, ranking.criteria) } }));
    const fund = fundAfter(state, 'reserve', amountCents);
    return accept(allotmentReserved.of({ ...parties, amountCents, fund, facts }));
  },
  evolve: {
    [allotmentReserved.type]: (state: Call, { fund }: DataOf<typeof allotmentReserved>): Call => ({ ...(withFund(state, fund) as Opened), decisions: placeOf(state) }),
    [allotmentDeclined.type]: (state: Call, { allotmentId }: DataOf<typeof allotmentDeclined>): Call => {
      const { applications, ...open } = state as Opened;
      return { ...open, decisions: placeOf(state), ...(applications && { applications: applications.filter((one) => one.allotmentId !== allotmentId) }) };
    },
  },
});

const factsOf = (applicant: Omit<ReserveAllotment, 'allotmentId' | 'firmId' | 'aidCode'>, state: Opened): DecisionFacts => ({
  ...applicant,
  memberships: [...applicant.memberships],
  place: placeOf(state),
  askedCents: state.terms.firmCapCents,
  freeCents: fundOf(state).freeCents,
});
