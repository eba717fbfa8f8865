import { claimCreditReleased, type DataOf } from '@salvatempo/contracts';
import { accept, holdOf, NOTHING, slice, type Decision, type Instant } from '@salvatempo/kernel';
import type { Account } from '../domain/account';
import { returnedTo, withClaimReleased, withFigures } from '../domain/claim-credit';
import { expiredCredit } from '../domain/released-credit';

export interface ReleaseClaimCredit {
  readonly claimId: string;
  readonly extendedUntil: Instant;
}

/** Gives back what was held for a claim that was refused, to the very lots that it came from. */
export const releaseClaimCreditSlice = slice<Account, ReleaseClaimCredit>({
  command: 'release-claim-credit',
  decide({ claimId, extendedUntil }, before, { id, at }): Decision {
    if (!holdOf(before.holds, claimId)) return NOTHING;
    const { events: expired, state } = expiredCredit(before, id, at);
    const { amountCents, lots } = holdOf(state.holds, claimId)!;
    const released = withFigures(state, { accountId: id, claimId, amountCents, ...returnedTo(state, lots, at, extendedUntil) }, withClaimReleased, at);
    return accept(...expired, claimCreditReleased.of(released.data));
  },
  evolve: {
    [claimCreditReleased.type]: (state: Account, released: DataOf<typeof claimCreditReleased>): Account => withClaimReleased(state, released),
  },
});
