import { creditRunRegistered, type DataOf } from '@salvatempo/contracts';
import { accept, NOTHING, refuse, slice, type Cents, type Decision } from '@salvatempo/kernel';
import { MAX_OPEN_RUNS, referenceOf, shareTotal, sharesOf, type CoverTerms, type FirmCover, type OpenRun } from '../domain/firm-cover';
import { coverRuns, step } from './cover-run.decider';

export interface RegisterRun {
  readonly firmId: string;
  readonly runId: string;
  readonly amountCents: Cents;
  readonly terms: CoverTerms;
}

/**
 * A credit run asks for its cover: free money pays it first, the guarantee covers the rest, or it waits. Refused where it would stay open beside
 * as many as may be (ADR 0291); nothing came of it then.
 */
export const registerRunSlice = slice<FirmCover, RegisterRun>({
  command: 'register-run',
  decide({ firmId, runId, amountCents, terms }, state, { id, at }): Decision {
    if (state.open.some((run) => run.runId === runId)) return NOTHING;
    const ordinal = state.issued + 1;
    const run: OpenRun = { runId, ordinal, amountCents, paidCents: 0, level: 0 };
    const paidCents = shareTotal(sharesOf([run], state.freeCents));
    const told = { coverId: id, firmId, runId, ordinal, reference: referenceOf(runId), amountCents, paidCents };
    const apply = (waits: boolean) => step({ events: [], state }, creditRunRegistered, { ...told, waits }, withRegistered);
    const waits = coverRuns(apply(true), id, at, terms).state.open.some((one) => one.runId === runId && one.dueAt === undefined);
    const after = coverRuns(apply(waits), id, at, terms);
    const grows = after.state.open.length > state.open.length;
    return grows && after.state.open.length > MAX_OPEN_RUNS ? refuse('proformas-too-many', { most: MAX_OPEN_RUNS }) : accept(...after.events);
  },
  evolve: {
    [creditRunRegistered.type]: (state: FirmCover, data: DataOf<typeof creditRunRegistered>): FirmCover => withRegistered(state, data),
  },
});

function withRegistered(state: FirmCover, { firmId, runId, ordinal, amountCents, paidCents }: Pick<DataOf<typeof creditRunRegistered>, 'firmId' | 'runId' | 'ordinal' | 'amountCents' | 'paidCents'>): FirmCover {
  return { ...state, firmId, issued: ordinal, freeCents: state.freeCents - paidCents, open: [...state.open, { runId, ordinal, amountCents, paidCents, level: 0 }] };
}
