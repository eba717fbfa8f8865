import { minutesWorth, takeHours, worthOf, type Cents, type HourLot, type Instant, type Minutes } from '@salvatempo/kernel';
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

/**
 * The firm's money that stands behind minutes which leave a lot for good: what all that is left of it, free or held, was worth before, less what
 * is worth after. So each cent behind a lot is accounted for, however its hours are taken apart (ADR 0284).
 */
export function worthLeaving({ holds }: Pick<Account, 'holds'>, { lotId, hours }: Pick<Lot, 'lotId' | 'hours'>, minutes: Minutes): Cents {
  const { freeMinutes, hourCents } = hours!;
  const heldMinutes = holds.flatMap(({ lots }) => lots).reduce((sum, share) => sum + (share.lotId === lotId ? (share.minutes ?? 0) : 0), 0);
  const left = freeMinutes + heldMinutes;
  return worthOf(left, hourCents) - worthOf(left - minutes, hourCents);
}

/** What the minutes of a hold were worth above the price that they pay, by lot; where nothing was, nothing. */
export function worthAbovePrice(state: Account, shares: readonly LotShare[]): readonly LotShare[] {
  return shares.flatMap(({ lotId, minutes, amountCents }) => {
    const lot = minutes === undefined ? undefined : state.lots.find((one) => one.lotId === lotId);
    const aboveCents = lot ? worthLeaving(state, lot, minutes!) - amountCents : 0;
    return aboveCents > 0 ? [{ lotId, amountCents: aboveCents, ...runOf(state, lotId) }] : [];
  });
}
