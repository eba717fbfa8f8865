import { creditRunCalledOff, type DataOf } from '@salvatempo/contracts';
import { accept, refuse, slice, type Decision } from '@salvatempo/kernel';
import { coverRuns, step } from '../cover-credit/cover-run.decider';
import { isGiven, sharesOf, withPaid, type CoverTerms, type FirmCover } from '../domain/firm-cover';

export interface CallOffRun {
  readonly runId: string;
  readonly terms: CoverTerms;
}

type CalledOff = Pick<DataOf<typeof creditRunCalledOff>, 'runId' | 'freedCents' | 'shares'>;

/** The firm calls off a run that waits for its transfer: what was set aside for it is free, and pays what is open. Once its credit may be given it can't any more. */
export const callOffRunSlice = slice<FirmCover, CallOffRun>({
  command: 'call-off-run',
  decide({ runId, terms }, state, { id, at }): Decision {
    const run = state.open.find((one) => one.runId === runId);
    if (!run || isGiven(run)) return refuse('credit-run-not-waiting');
    const { amountCents, paidCents: freedCents } = run;
    const without = withCalledOff(state, { runId, freedCents, shares: [] });
    const shares = [...sharesOf(without.open, without.freeCents)];
    const told = { coverId: id, firmId: state.firmId, runId, amountCents, freedCents, shares };
    // Whoever waited behind it may go on now.
    return accept(...coverRuns(step({ events: [], state }, creditRunCalledOff, told, withCalledOff), id, at, terms).events);
  },
  evolve: {
    [creditRunCalledOff.type]: (state: FirmCover, data: DataOf<typeof creditRunCalledOff>): FirmCover => withCalledOff(state, data),
  },
});

function withCalledOff(state: FirmCover, { runId, freedCents, shares }: CalledOff): FirmCover {
  return withPaid({ ...state, freeCents: state.freeCents + freedCents, open: state.open.filter((run) => run.runId !== runId) }, shares);
}
