import { coverGivenBack, type DataOf } from '@salvatempo/contracts';
import { accept, NOTHING, slice, sumCents, type Cents, type Decision } from '@salvatempo/kernel';
import type { LotShare } from '../domain/account';
import { isGiven, isOfRun, shareTotal, sharesOf, withPaid, settled, type CoverTerms, type FirmCover, type RunShare } from '../domain/firm-cover';
import { coverRuns, step } from './cover-run.decider';

export interface GiveBackCover {
  readonly accountId: string;
  readonly personId: string;
  readonly reason: DataOf<typeof coverGivenBack>['reason'];
  /** What each lot gave up. */
  readonly lots: readonly LotShare[];
  readonly terms: CoverTerms;
}

type GivenBack = Pick<DataOf<typeof coverGivenBack>, 'reduced' | 'freedCents' | 'shares'>;

/**
 * Credit that was taken back, or that the firm reimburses itself with the payroll, needs no money of it: a run that isn't paid asks for less, and
 * what had been paid is the firm's again. Of credit from before there was a cover nothing is given back, for nothing was paid.
 */
export const giveBackCoverSlice = slice<FirmCover, GiveBackCover>({
  command: 'give-back-cover',
  decide({ accountId, personId, reason, lots, terms }, state, { id, at }): Decision {
    const reduced = state.open.filter(isGiven).flatMap(({ runId, amountCents: askedCents }): RunShare[] => {
      const lotCents = sumCents(lots.filter((lot) => isOfRun(lot, runId, personId)).map((lot) => lot.amountCents));
      const amountCents = Math.min(askedCents, lotCents);
      return amountCents > 0 ? [{ runId, amountCents }] : [];
    });
    const ofSettledCents = Math.min(state.settledCents, lots.reduce((sum, { amountCents }) => sum + amountCents, 0) - shareTotal(reduced));
    const freedCents = ofSettledCents + overpaidBy(state, reduced);
    if (reduced.length === 0 && freedCents === 0) return NOTHING;
    const without = withGivenBack(state, { reduced, freedCents, shares: [] });
    const shares = [...sharesOf(without.open, without.freeCents)];
    const told = { coverId: id, firmId: state.firmId, accountId, reason, reduced, freedCents, shares };
    return accept(...coverRuns(step({ events: [], state }, coverGivenBack, told, withGivenBack), id, at, terms).events);
  },
  evolve: {
    [coverGivenBack.type]: (state: FirmCover, data: DataOf<typeof coverGivenBack>): FirmCover => withGivenBack(state, data),
  },
});

const reductionOf = (reduced: readonly RunShare[], runId: string): Cents => shareTotal(reduced.filter((share) => share.runId === runId));

/** Paid of runs above what they ask for after the reduction. */
const overpaidBy = ({ open }: FirmCover, reduced: readonly RunShare[]): Cents =>
  open.reduce((sum, { runId, amountCents, paidCents }) => sum + Math.max(0, paidCents - (amountCents - reductionOf(reduced, runId))), 0);

function withGivenBack(state: FirmCover, { reduced, freedCents, shares }: GivenBack): FirmCover {
  const ofSettledCents = freedCents - overpaidBy(state, reduced);
  const open = state.open.map((run) => {
    const amountCents = run.amountCents - reductionOf(reduced, run.runId);
    return { ...run, amountCents, paidCents: Math.min(run.paidCents, amountCents) };
  });
  const after = settled({ ...state, settledCents: state.settledCents - ofSettledCents, freeCents: state.freeCents + freedCents, open });
  return withPaid(after, shares);
}
