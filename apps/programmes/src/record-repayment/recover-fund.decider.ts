import { fundRecoveryRecorded, type DataOf } from '@salvatempo/contracts';
import { accept, slice } from '@salvatempo/kernel';
import type { Call, Opened } from '../domain/call';
import type { Owed } from '../domain/recovery';

export interface RecoverFund extends Owed {
  readonly allotmentId: string;
}

/** Counts what came back to a call apart from its fund: it makes nothing free, since the funder decides what becomes of it. */
export const recoverFundSlice = slice<Call, RecoverFund>({
  command: 'recover-fund',
  decide({ allotmentId, principalCents, interestCents }, state) {
    if (state.status === 'absent') throw new Error(`${allotmentId} was paid back to no call`);
    const { callId, recovered = { principalCents: 0, interestCents: 0 } } = state;
    const total = { principalCents: recovered.principalCents + principalCents, interestCents: recovered.interestCents + interestCents };
    return accept(fundRecoveryRecorded.of({ callId, allotmentId, principalCents, interestCents, recovered: total }));
  },
  evolve: {
    [fundRecoveryRecorded.type]: (state: Call, { recovered }: DataOf<typeof fundRecoveryRecorded>): Call => ({ ...(state as Opened), recovered }),
  },
});
