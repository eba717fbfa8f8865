import { creditReleased, releaseCredit, residueSettled, type DataOf } from '@salvatempo/contracts';
import { accept, holdOf, isExpired, NOTHING, PASS_DEADLINE, slice, type Decision, type Instant } from '@salvatempo/kernel';
import { figuresOf, type Account } from '../domain/account';
import { withResidueSettled } from '../domain/residue';
import { expiredCredit, releasedCredit, withoutCredit } from '../domain/released-credit';

export interface ReleaseCredit extends DataOf<typeof releaseCredit> {
  /** Until when credit lives on that expired while it was held. */
  readonly extendedUntil?: Instant;
}

/** Gives a hold back. Where there is none (any more), that is said too, so that the purchase can end. */
export const releaseCreditSlice = slice<Account, ReleaseCredit>({
  command: releaseCredit.type,
  decide({ purchaseId, extendedUntil }, state, { id, at }): Decision {
    const hold = holdOf(state.holds, purchaseId);
    if (hold) {
      // Nobody had bought with a hold that the clock ended: it comes back before what is left is settled, as if the clock had been first.
      if (isExpired(hold, at)) {
        const { events, state: back } = releasedCredit(state, id, [hold], 'released', at);
        return accept(...events, ...expiredCredit(back, id, at).events);
      }
      // What ended before, other holds among it, must not live on with what comes back now.
      const { events, state: settled } = expiredCredit(state, id, at, purchaseId);
      return accept(...events, ...releasedCredit(settled, id, [hold], 'released', at, extendedUntil).events);
    }
    return accept(creditReleased.of({ accountId: id, purchaseId, amountCents: 0, lots: [], reason: 'released', ...figuresOf(state, at) }));
  },
  evolve: {
    [creditReleased.type]: (state: Account, { purchaseId, ...grace }: DataOf<typeof creditReleased>): Account => {
      const hold = holdOf(state.holds, purchaseId);
      return hold ? withoutCredit(state, hold, grace) : state;
    },
  },
});

/** Holds that nobody pinned in time end by the clock, and so does what is left of lots: by the plan's rule on residues. */
export const expireHoldsSlice = slice<Account, { readonly deadlineAt: Instant }>({
  command: PASS_DEADLINE,
  decide(_, state, { id, at }): Decision {
    const { events } = expiredCredit(state, id, at);
    return events.length === 0 ? NOTHING : accept(...events);
  },
  evolve: {
    [residueSettled.type]: (state: Account, settled: DataOf<typeof residueSettled>): Account => withResidueSettled(state, settled),
  },
});
