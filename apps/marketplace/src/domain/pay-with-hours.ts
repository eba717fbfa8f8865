import { minutesFor, minutesWorth, takeHours, type Cents, type HourLot, type Instant, type Minutes } from '@salvatempo/kernel';

/** A lot of hours as quotes know it. */
export interface KnownHours extends HourLot {
  readonly letters: readonly string[];
  readonly validFrom: Instant;
}

/** What a buyer can say; hours where they suffice, by default. */
export type PayWith = 'hours' | 'euro';

export interface HoursOption {
  /** What the purchase takes. */
  readonly minutes: Minutes;
  /** What could be taken for a service of this price and letter. */
  readonly spendableMinutes: Minutes;
  /** Whether they suffice. */
  readonly isEnough: boolean;
}

interface Asked {
  readonly priceCents: Cents;
  /** What credit pays of the price. */
  readonly creditCents: Cents;
  readonly durationMinutes?: Minutes | undefined;
  readonly letter: string;
}

/**
 * Whether hours could pay what credit pays of an offer: where it is sold by time and credit pays anything of it. Who has an incentive pays with
 * hours the same part of the duration as of the price (ADR 0285). Undefined where hours are no matter.
 */
export function hoursFor(lots: readonly KnownHours[], { priceCents, creditCents, durationMinutes, letter }: Asked, at: Instant): HoursOption | undefined {
  if (durationMinutes === undefined || creditCents === 0 || lots.length === 0) return undefined;
  const minutes = minutesFor(durationMinutes, creditCents, priceCents);
  const fitting = lots.filter((lot) => lot.letters.includes(letter) && lot.validFrom <= at && at <= lot.validUntil);
  return { minutes, spendableMinutes: minutesWorth(fitting, minutes, creditCents), isEnough: takeHours(fitting, minutes, creditCents) !== undefined };
}

/** The minutes that pay: hours are taken where they suffice and the buyer doesn't want otherwise; undefined where euros pay. */
export const chosenMinutes = (option: HoursOption | undefined, payWith: PayWith | undefined): Minutes | undefined => (option?.isEnough && payWith !== 'euro' ? option.minutes : undefined);
