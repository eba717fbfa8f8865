import { decided, ProblemError, type Answer } from '@salvatempo/http';
import type { AggregateRunner, Cause } from '@salvatempo/messaging';
import type { Allotment, Known } from '../domain/allotment';
import { allotmentView, type AllotmentView } from './allotment.view';

/** An allotment that was asked for. Throws ProblemError `allotment-not-found`. */
export async function knownAllotment(allotments: AggregateRunner<Allotment>, allotmentId: string): Promise<Known> {
  const state = (await allotments.load(allotmentId))?.state;
  if (!state || state.status === 'absent') throw new ProblemError('allotment-not-found');
  return state;
}

/** Changes an allotment and answers with what it is now. */
export async function changeAllotment(allotments: AggregateRunner<Allotment>, allotmentId: string, command: { readonly type: string; readonly data: object }, cause: Cause): Promise<Answer<AllotmentView>> {
  const { state, sequence } = decided(await allotments.execute(allotmentId, command, cause));
  return { status: 201, body: allotmentView(state as Known), location: `/api/programmes/allotments/${allotmentId}`, position: `${allotmentId}:${sequence}` };
}
