import { firmTransferReceived, type DataOf } from '@salvatempo/contracts';
import { accept, slice, type Cents, type Decision } from '@salvatempo/kernel';
import { sharesOf, withPaid, type CoverTerms, type FirmCover } from '../domain/firm-cover';
import { coveredEvolve, coverRuns, step } from './cover-run.decider';

export interface ReceiveTransfer {
  readonly firmId: string;
  readonly lineId: string;
  readonly amountCents: Cents;
  /** The run that the transfer names; it is paid first. */
  readonly runId?: string;
  readonly terms: CoverTerms;
}

/** A bank line pays: the run that it names, then the oldest; the rest stays the firm's. Whoever waits and is covered now goes on. */
export const receiveTransferSlice = slice<FirmCover, ReceiveTransfer>({
  command: 'receive-transfer',
  decide({ firmId, lineId, amountCents, runId, terms }, state, { id, at }): Decision {
    const shares = [...sharesOf(state.open, amountCents, runId)];
    const received = step({ events: [], state }, firmTransferReceived, { coverId: id, firmId, lineId, amountCents, shares }, withReceived);
    return accept(...coverRuns(received, id, at, terms).events);
  },
  evolve: {
    [firmTransferReceived.type]: (state: FirmCover, data: DataOf<typeof firmTransferReceived>): FirmCover => withReceived(state, data),
    ...coveredEvolve,
  },
});

function withReceived(state: FirmCover, { firmId, amountCents, shares }: Pick<DataOf<typeof firmTransferReceived>, 'firmId' | 'amountCents' | 'shares'>): FirmCover {
  return withPaid({ ...state, firmId, receivedCents: state.receivedCents + amountCents, freeCents: state.freeCents + amountCents }, shares);
}
