import { creditReleased, type DataOf } from '@salvatempo/contracts';
import { expiredHolds, withoutHold, type DomainEvent, type Instant } from '@salvatempo/kernel';
import { countThreshold, figuresOf, moveLots, type Account, type CreditHold } from './account';

/** The account after a hold went back to the very lots that it came from; the threshold counts it no more. */
export function withoutCredit(state: Account, hold: CreditHold): Account {
  const holds = withoutHold(state.holds, hold.id);
  return { ...state, holds, lots: moveLots(state, hold.lots, 1, holds), threshold: countThreshold(state, hold, -hold.benefitValueCents, 0) };
}

/** What giving back some holds comes to: the events, and the account after them. */
export interface Returned {
  readonly events: readonly DomainEvent[];
  readonly state: Account;
}

export function releasedCredit(from: Account, accountId: string, holds: readonly CreditHold[], reason: DataOf<typeof creditReleased>['reason'], at: Instant): Returned {
  let state = from;
  const events = holds.map((hold) => {
    state = withoutCredit(state, hold);
    return creditReleased.of({ accountId, purchaseId: hold.id, amountCents: hold.amountCents, lots: [...hold.lots], reason, ...figuresOf(state, at) });
  });
  return { events, state };
}

/** Gives back what the clock ended by `at`, in the write of whatever is decided next (ADR 0130): no luck with timers decides. */
export const expiredCredit = (state: Account, accountId: string, at: Instant): Returned =>
  releasedCredit(state, accountId, expiredHolds(state.holds, at), 'expired', at);
