import { guaranteeSet, type DataOf } from '@salvatempo/contracts';
import { accept, slice, type Cents, type Decision } from '@salvatempo/kernel';
import { coverRuns, step } from '../cover-credit/cover-run.decider';
import type { CoverTerms, FirmCover } from '../domain/firm-cover';

export interface SetGuarantee {
  readonly firmId: string;
  readonly guaranteeCents: Cents;
  readonly reason: string;
  readonly terms: CoverTerms;
}

/** How much credit a firm may give before it is paid. Credit that was given stays, even above a lower one; what waits may go on with a higher one. */
export const setGuaranteeSlice = slice<FirmCover, SetGuarantee>({
  command: 'set-guarantee',
  decide({ firmId, guaranteeCents, reason, terms }, state, { id, at }): Decision {
    const set = step({ events: [], state }, guaranteeSet, { coverId: id, firmId, guaranteeCents, reason }, withGuarantee);
    return accept(...coverRuns(set, id, at, terms).events);
  },
  evolve: {
    [guaranteeSet.type]: (state: FirmCover, data: DataOf<typeof guaranteeSet>): FirmCover => withGuarantee(state, data),
  },
});

const withGuarantee = (state: FirmCover, { firmId, guaranteeCents }: Pick<DataOf<typeof guaranteeSet>, 'firmId' | 'guaranteeCents'>): FirmCover => ({ ...state, firmId, guaranteeCents });
