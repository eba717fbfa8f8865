import { claimCreditDebited, claimCreditHeld, claimCreditReleased, type DataOf } from '@salvatempo/contracts';
import { holdOf, withHold, withoutHold, type Cents, type Instant } from '@salvatempo/kernel';
import { countThreshold, figuresOf, moveLots, THRESHOLD_LETTER, type Account, type ClaimRest, type CreditHold, type LotShare } from './account';

/** A claim's hold says whether it counts for the threshold, and not under which letter: that may say who is ill (ADR 0261). */
const UNTOLD_LETTER = '';
/** A claim's hold is pinned from the first: the time at which it would have expired is never looked at. */
export const NEVER: Instant = '9999-12-31T00:00:00.000Z';

/** The year's counters after adding to what a claim holds and uses. */
const counted = (state: Account, claim: { readonly countsForThreshold: boolean; readonly taxYear: number }, heldCents: Cents, usedCents: Cents): Account['threshold'] =>
  claim.countsForThreshold ? countThreshold(state, { letter: THRESHOLD_LETTER, taxYear: claim.taxYear }, heldCents, usedCents) : state.threshold;

/** The account after credit was set aside: only the claim's end ends it, whenever that comes. */
export function withClaimHeld(state: Account, { claimId, amountCents, lots, countsForThreshold, taxYear }: DataOf<typeof claimCreditHeld>): Account {
  const letter = countsForThreshold ? THRESHOLD_LETTER : UNTOLD_LETTER;
  const hold: CreditHold = { id: claimId, amountCents, lots, letter, benefitValueCents: amountCents, taxYear, expiresAt: NEVER, pinned: true };
  const holds = withHold(state.holds, hold);
  return { ...state, holds, lots: moveLots(state, lots, -1, holds), threshold: counted(state, { countsForThreshold, taxYear }, amountCents, 0) };
}

type Returned = Pick<DataOf<typeof claimCreditReleased>, 'returned' | 'extendedLotIds' | 'extendedUntil'>;

/** What goes back, and which of its lots the clock ended meanwhile: each lives on once, so that a claim can't keep credit alive for good. */
export function returnedTo(state: Account, shares: readonly LotShare[], at: Instant, extendedUntil: Instant): Returned {
  const ended = state.lots.filter(({ lotId, validUntil, extended }) => validUntil < at && !extended && shares.some((share) => share.lotId === lotId));
  return { returned: [...shares], extendedLotIds: ended.map(({ lotId }) => lotId), extendedUntil };
}

export function withReturned(state: Account, holds: readonly CreditHold[], { returned, extendedLotIds, extendedUntil }: Returned): Account['lots'] {
  const moved = moveLots(state, returned, 1, holds);
  return moved.map((lot) => (extendedLotIds.includes(lot.lotId) ? { ...lot, validUntil: extendedUntil, extended: true as const } : lot));
}

export function withClaimReleased(state: Account, released: DataOf<typeof claimCreditReleased>): Account {
  const hold = holdOf(state.holds, released.claimId);
  if (!hold) return state;
  const holds = withoutHold(state.holds, hold.id);
  return { ...state, holds, lots: withReturned(state, holds, released), threshold: countThreshold(state, hold, -hold.benefitValueCents, 0) };
}

export function withClaimDebited(state: Account, debited: DataOf<typeof claimCreditDebited>): Account {
  const { claimId, amountCents, lots, fromHold, waitingCents } = debited;
  const hold = fromHold ? holdOf(state.holds, claimId) : undefined;
  const holds = hold ? withoutHold(state.holds, claimId) : state.holds;
  const left = hold ? withReturned(state, holds, debited) : moveLots(state, lots, -1, holds);
  return { ...state, holds, lots: left, threshold: counted(state, debited, hold ? -hold.amountCents : 0, amountCents), ...waitingOf(state, debited, waitingCents) };
}

/** What waits on the account after a debit. */
function waitingOf(state: Account, { claimId, countsForThreshold, taxYear }: Omit<ClaimRest, 'leftCents'>, leftCents: Cents): Pick<Account, 'waiting'> {
  const before = state.waiting ?? [];
  const rest = { claimId, leftCents, countsForThreshold, taxYear };
  const isThere = before.some((one) => one.claimId === claimId);
  if (leftCents === 0) return { waiting: before.filter((one) => one.claimId !== claimId) };
  return { waiting: isThere ? before.map((one) => (one.claimId === claimId ? rest : one)) : [...before, rest] };
}

export const restOf = (state: Account, claimId: string): Cents => state.waiting?.find((one) => one.claimId === claimId)?.leftCents ?? 0;

/** The first of these shares that come to an amount, and the rest of them. */
export function splitShares(shares: readonly LotShare[], amountCents: Cents): { readonly paid: readonly LotShare[]; readonly rest: readonly LotShare[] } {
  let leftCents = amountCents;
  const [paid, rest]: [LotShare[], LotShare[]] = [[], []];
  for (const share of shares) {
    const { amountCents: cents } = share;
    const take = Math.min(leftCents, cents);
    leftCents -= take;
    if (take > 0) paid.push({ ...share, amountCents: take });
    if (cents > take) rest.push({ ...share, amountCents: cents - take });
  }
  return { paid, rest };
}

/** An event with the account's figures after it. */
export function withFigures<D extends object>(state: Account, data: D, after: (state: Account, data: D & { spendableCents: Cents; heldCents: Cents }) => Account, at: Instant): { readonly data: D & { spendableCents: Cents; heldCents: Cents }; readonly state: Account } {
  const then = after(state, { ...data, spendableCents: 0, heldCents: 0 });
  return { data: { ...data, ...figuresOf(then, at) }, state: then };
}

