import { minutesWorth, sumCents, takeHours, worthOfAll, type Cents, type HourLot, type Instant, type Minutes } from '@salvatempo/kernel';
import { fits, spendableMinutesOf, type Account, type Lot, type LotShare } from './account';

/** What a purchase takes of an account's hours: so many minutes, for a service that costs so much of the firm's money. */
export interface HoursAsked {
  readonly minutes: Minutes;
  readonly amountCents: Cents;
  /** Only lots of this letter; any where it is undefined. */
  readonly letter: string | undefined;
}

/** The minutes that pay: of the lots that fit by letter and by what an hour is worth, what expires first pays first. Undefined where they don't suffice. */
export const chooseHours = (state: Account, { minutes, amountCents, letter }: HoursAsked, at: Instant): readonly LotShare[] | undefined =>
  takeHours(fitting(state, letter, at), minutes, amountCents)?.map((share) => ({ ...share, ...runOf(state, share.lotId) }));

/** The credit run that a lot is of, where it says so. */
function runOf({ lots }: Account, lotId: string): Pick<LotShare, 'runId'> {
  const runId = lots.find((lot) => lot.lotId === lotId)?.runId;
  return runId === undefined ? {} : { runId };
}

/** Minutes that could pay such a service. */
export const minutesThere = (state: Account, { minutes, amountCents, letter }: HoursAsked, at: Instant): Minutes => minutesWorth(fitting(state, letter, at), minutes, amountCents);

const fitting = ({ lots }: Account, letter: string | undefined, at: Instant): readonly HourLot[] =>
  lots.flatMap((lot): HourLot[] => {
    const freeMinutes = spendableMinutesOf(lot, at);
    if (freeMinutes === 0 || (letter !== undefined && !fits(lot, letter))) return [];
    return [{ lotId: lot.lotId, freeMinutes, hourCents: lot.hours!.hourCents, validUntil: lot.validUntil }];
  });

type LotsAndHolds = Pick<Account, 'lots' | 'holds'>;

/** The firm's money that stands behind all hours of an account, free or held. */
export function worthBehind({ lots, holds }: LotsAndHolds, without: readonly LotShare[] = []): Cents {
  const minutesOf = (shares: readonly LotShare[], lotId: string): Minutes => shares.reduce((sum, share) => sum + (share.lotId === lotId ? (share.minutes ?? 0) : 0), 0);
  const held = holds.flatMap((hold) => hold.lots);
  return worthOfAll(lots.flatMap(({ lotId, hours }) => (hours ? [{ minutes: hours.freeMinutes + minutesOf(held, lotId) - minutesOf(without, lotId), hourCents: hours.hourCents }] : [])));
}

/**
 * The firm's money that leaves with minutes which leave an account for good, by lot: what stood behind all its hours before, less what does after.
 * It is reckoned over all lots at once, so that each cent is accounted for and what rounding takes from one lot another one has (ADR 0298).
 */
export function worthLeaving(state: LotsAndHolds, shares: readonly LotShare[]): readonly LotShare[] {
  let behind = worthBehind(state);
  return shares.map((share, n) => {
    const after = worthBehind(state, shares.slice(0, n + 1));
    const amountCents = behind - after;
    behind = after;
    return { ...share, amountCents };
  });
}

/** What the minutes of a hold were worth above the price that they pay, by lot; where nothing was, nothing. All together never less than nothing. */
export function worthAbovePrice(state: Account, shares: readonly LotShare[]): readonly LotShare[] {
  const leaving = worthLeaving(state, shares);
  let leftCents = sumCents(leaving.map(({ amountCents }) => amountCents)) - sumCents(shares.map(({ amountCents }) => amountCents));
  return shares.flatMap(({ lotId, amountCents: paidCents }, n) => {
    const aboveCents = Math.min(leftCents, leaving[n]!.amountCents - paidCents);
    if (aboveCents <= 0) return [];
    leftCents -= aboveCents;
    return [{ lotId, amountCents: aboveCents, ...runOf(state, lotId) }];
  });
}

/** What a firm put behind a lot that begins, above what must stand there beside the account's other hours: a cent at most, in all that rounding comes to. */
export function worthToSpare(before: LotsAndHolds, lot: Lot, putCents: Cents): Cents {
  if (!lot.hours) return 0;
  return Math.max(0, putCents - (worthBehind({ ...before, lots: [...before.lots, lot] }) - worthBehind(before)));
}
