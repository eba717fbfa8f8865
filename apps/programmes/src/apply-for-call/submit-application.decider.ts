import { applicationAdmitted, applicationSubmitted, type DataOf, type Declared } from '@salvatempo/contracts';
import { accept, refuse, slice, type Decision } from '@salvatempo/kernel';
import { MAX_APPLICATIONS, type Application, type Call, type Opened } from '../domain/call';

export interface SubmitApplication {
  readonly allotmentId: string;
  readonly firmId: string;
  readonly declared: Declared;
}

/**
 * Takes an application to a ranked call into the call itself, by its clock: what was in time is known to the ranking from the first
 * moment on, however long the firm's facts take to come. After a refusal the firm may apply again.
 */
export const submitApplicationSlice = slice<Call, SubmitApplication>({
  command: 'submit-application',
  decide({ allotmentId, firmId, declared }, state, { id, at }): Decision {
    if (state.status === 'absent' || !state.terms.ranking) throw new Error(`${allotmentId} is submitted to ${id}, which has no ranking`);
    const { terms, ranking, applications = [] } = state;
    if (at < terms.opensAt) return refuse('call-not-open-yet');
    if (at >= state.terms.ranking.applicationsCloseAt || ranking) return refuse('applications-closed');
    if (applications.some((one) => one.allotmentId === allotmentId)) return refuse('allotment-already-requested');
    if (applications.length >= MAX_APPLICATIONS) return refuse('applications-full');
    return accept(applicationSubmitted.of({ callId: id, allotmentId, firmId, askedCents: terms.firmCapCents, requestedAt: at, declared }));
  },
  evolve: {
    [applicationSubmitted.type]: (state: Call, { allotmentId, firmId }: DataOf<typeof applicationSubmitted>): Call => {
      const open = state as Opened;
      return { ...open, applications: [...(open.applications ?? []), { allotmentId, firmId }] };
    },
    [applicationAdmitted.type]: (state: Call, { allotmentId, amountCents, facts }: DataOf<typeof applicationAdmitted>): Call => {
      const open = state as Opened;
      const checked = (one: Application): Application => (one.allotmentId === allotmentId ? { ...one, checked: { gained: facts.points.gained, amountCents } } : one);
      return { ...open, decisions: (open.decisions ?? 0) + 1, applications: (open.applications ?? []).map(checked) };
    },
  },
});
