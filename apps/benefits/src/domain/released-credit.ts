import { creditReleased, type DataOf } from '@salvatempo/contracts';
import { expiredHolds, withoutHold, type DomainEvent, type Instant } from '@salvatempo/kernel';
import { settledResidues } from './residue';
import { countThreshold, figuresOf, moveLots, type Account, type CreditHold } from './account';

type Grace = Pick<DataOf<typeof creditReleased>, 'extendedLotIds' | 'extendedUntil'>;

/** Lots of a hold that ended while it was there: each lives on once, as with claims (ADR 0261). A hold that the clock ended lasted minutes, and nobody had bought. */
function graceOf({ lots }: Account, hold: CreditHold, at: Instant, extendedUntil: Instant | undefined): Grace {
  const ended = lots.filter(({ lotId, validUntil, extended }) => validUntil < at && !extended && hold.lots.some((share) => share.lotId === lotId));
  return extendedUntil === undefined || ended.length === 0 ? {} : { extendedLotIds: ended.map(({ lotId }) => lotId), extendedUntil };
}

/** The account after a hold went back to the very lots that it came from; the threshold counts it no more. */
export function withoutCredit(state: Account, hold: CreditHold, { extendedLotIds = [], extendedUntil }: Grace = {}): Account {
  const holds = withoutHold(state.holds, hold.id);
  const lots = moveLots(state, hold.lots, 1, holds).map((lot) => (extendedUntil !== undefined && extendedLotIds.includes(lot.lotId) ? { ...lot, validUntil: extendedUntil, extended: true as const } : lot));
  return { ...state, holds, lots, threshold: countThreshold(state, hold, -hold.benefitValueCents, 0) };
}

/** What giving back some holds comes to: the events, and the account after them. */
export interface Returned {
  readonly events: readonly DomainEvent[];
  readonly state: Account;
}

export function releasedCredit(from: Account, accountId: string, holds: readonly CreditHold[], reason: DataOf<typeof creditReleased>['reason'], at: Instant, extendedUntil?: Instant): Returned {
  let state = from;
  const events = holds.map((hold) => {
    const grace = graceOf(state, hold, at, extendedUntil);
    state = withoutCredit(state, hold, grace);
    return creditReleased.of({ accountId, purchaseId: hold.id, amountCents: hold.amountCents, ...(hold.minutes !== undefined && { minutes: hold.minutes }), lots: [...hold.lots], reason, ...grace, ...figuresOf(state, at) });
  });
  return { events, state };
}

/** Gives back what the clock ended by `at`, and settles what is left of lots that it ended, in the write of whatever is decided next (ADR 0130): no luck with timers decides. `exceptId`: a hold that is itself decided about. */
export function expiredCredit(from: Account, accountId: string, at: Instant, exceptId?: string): Returned {
  const ended = expiredHolds(from.holds, at).filter(({ id }) => id !== exceptId);
  const released = releasedCredit(from, accountId, ended, 'expired', at);
  const settled = settledResidues(released.state, accountId, at);
  return { events: [...released.events, ...settled.events], state: settled.state };
}
