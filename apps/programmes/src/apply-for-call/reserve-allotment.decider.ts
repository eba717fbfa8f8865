import { allotmentDeclined, allotmentReserved, type CallTerms, type DataOf } from '@salvatempo/contracts';
import { accept, slice, type Instant } from '@salvatempo/kernel';
import { fundOf, withFund, type Call, type Opened } from '../domain/call';

export interface ReserveAllotment {
  readonly allotmentId: string;
  readonly firmId: string;
  /** When the firm applied: what counts for the call's time, however long the message took. */
  readonly requestedAt: Instant;
  readonly employeesCount: number;
  readonly occupatiCount: number;
}

/** Reserves a firm's whole cap against the free budget, in the order in which the applications come (SPORTELLO, docs/rules). A "no" is an event. */
export const reserveAllotmentSlice = slice<Call, ReserveAllotment>({
  command: 'reserve-allotment',
  decide(application, state) {
    if (state.status === 'absent') throw new Error(`${application.allotmentId} applies to no call`);
    const { allotmentId, firmId } = application;
    const parties = { callId: state.callId, allotmentId, firmId };
    const code = whyDeclined(application, state);
    if (code !== undefined) return accept(allotmentDeclined.of({ ...parties, code }));
    const amountCents = state.terms.firmCapCents;
    const fund = fundOf({ ...state, committedCents: state.committedCents + amountCents });
    return accept(allotmentReserved.of({ ...parties, amountCents, fund }));
  },
  evolve: {
    [allotmentReserved.type]: (state: Call, { fund }: DataOf<typeof allotmentReserved>): Call => withFund(state, fund),
  },
});

function whyDeclined(application: ReserveAllotment, state: Opened): string | undefined {
  const { terms } = state;
  if (application.requestedAt < terms.opensAt) return 'call-not-open-yet';
  if (application.requestedAt >= terms.closesAt) return 'call-closed';
  if (headcountOf(application, terms) > terms.maxHeadcount) return 'headcount-too-high';
  return terms.firmCapCents > fundOf(state).freeCents ? 'budget-exhausted' : undefined;
}

const headcountOf = ({ employeesCount, occupatiCount }: ReserveAllotment, { headcountBasis }: CallTerms): number =>
  headcountBasis === 'employees' ? employeesCount : occupatiCount;
