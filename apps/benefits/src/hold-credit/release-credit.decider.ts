import { creditReleased, releaseCredit, type DataOf } from '@salvatempo/contracts';
import { accept, NOTHING, PASS_DEADLINE, slice, type Decision, type DomainEvent, type Instant } from '@salvatempo/kernel';
import { countThreshold, figuresOf, moveLots, type Account, type CreditHold } from '../domain/account';

type Reason = DataOf<typeof creditReleased>['reason'];

/** The credit of some holds goes back to the very lots that it came from. */
function released(state: Account, accountId: string, holds: readonly CreditHold[], reason: Reason, at: Instant): readonly DomainEvent[] {
  let { spendableCents, heldCents } = figuresOf(state, at);
  return holds.map((hold) => {
    const back = { ...state, lots: moveLots(state, hold.lots, 1, state.holds) };
    spendableCents += figuresOf(back, at).spendableCents - figuresOf(state, at).spendableCents;
    heldCents -= hold.amountCents;
    return creditReleased.of({ accountId, purchaseId: hold.id, amountCents: hold.amountCents, lots: [...hold.lots], reason, spendableCents, heldCents });
  });
}

/** Gives a hold back. Where there is none (any more), that is said too, so that the purchase can end. */
export const releaseCreditSlice = slice<Account, DataOf<typeof releaseCredit>>({
  command: releaseCredit.type,
  decide({ purchaseId }, state, { id, at }): Decision {
    const hold = state.holds.find((candidate) => candidate.id === purchaseId);
    if (hold) return accept(...released(state, id, [hold], 'released', at));
    return accept(creditReleased.of({ accountId: id, purchaseId, amountCents: 0, lots: [], reason: 'released', ...figuresOf(state, at) }));
  },
  evolve: {
    [creditReleased.type]: (state: Account, { purchaseId, lots }: DataOf<typeof creditReleased>): Account => {
      const hold = state.holds.find((candidate) => candidate.id === purchaseId);
      if (!hold) return state;
      const holds = state.holds.filter((candidate) => candidate !== hold);
      return { ...state, holds, lots: moveLots(state, lots, 1, holds), threshold: countThreshold(state, hold, -hold.benefitValueCents, 0) };
    },
  },
});

/** Holds that nobody pinned in time end by the clock. */
export const expireHoldsSlice = slice<Account, { readonly deadlineAt: Instant }>({
  command: PASS_DEADLINE,
  decide(_, state, { id, at }): Decision {
    const over = state.holds.filter((hold) => !hold.pinned && hold.expiresAt <= at);
    return over.length === 0 ? NOTHING : accept(...released(state, id, over, 'expired', at));
  },
});
