import { earliest, type Instant } from './instant';
import { sumCents, type Cents } from './money';

/**
 * An amount set aside for one purpose: reserved with an expiry, then pinned, and ended by being
 * confirmed (paid), released, or expired. A document keeps only its open holds; one that ends leaves the list.
 */
export interface Hold {
  /** What it is held for, e.g. the purchase; unique within the document. */
  readonly id: string;
  readonly amountCents: Cents;
  /** Counts until the hold is pinned, and never afterwards. */
  readonly expiresAt: Instant;
  /** From here on only the process that asked for it ends it, however late its message. */
  readonly pinned: boolean;
}

/** The hold for a purpose, however its time stands; undefined where there is none. */
export const holdOf = <H extends Hold>(holds: readonly H[], id: string): H | undefined => holds.find((hold) => hold.id === id);

/** The sum of what is held. */
export const heldCents = (holds: readonly Hold[]): Cents => sumCents(holds.map((hold) => hold.amountCents));

/** Adds a hold. Throws for a second one with the same id: whoever decides looks first. */
export function withHold<H extends Hold>(holds: readonly H[], hold: H): readonly H[] {
  if (holdOf(holds, hold.id)) throw new Error(`${hold.id} is held already`);
  return [...holds, hold];
}

/** Pins a hold; one that isn't there changes nothing. */
export const withPinned = <H extends Hold>(holds: readonly H[], id: string): readonly H[] =>
  holds.map((hold) => (hold.id === id ? { ...hold, pinned: true } : hold));

/** The holds without one that was confirmed, released or expired; one that isn't there changes nothing. */
export const withoutHold = <H extends Hold>(holds: readonly H[], id: string): readonly H[] => holds.filter((hold) => hold.id !== id);

/** Whether the clock ended it: its time is over and nobody pinned it. */
export const isExpired = (hold: Hold, at: Instant): boolean => !hold.pinned && hold.expiresAt <= at;

/** The hold for a purpose if it can still be pinned or confirmed at `at`. */
export function liveHold<H extends Hold>(holds: readonly H[], id: string, at: Instant): H | undefined {
  const hold = holdOf(holds, id);
  return hold && !isExpired(hold, at) ? hold : undefined;
}

/** The holds that the clock ended by `at`, in the order in which they were made. */
export const expiredHolds = <H extends Hold>(holds: readonly H[], at: Instant): readonly H[] => holds.filter((hold) => isExpired(hold, at));

/** When the next hold expires by the clock, for the document's deadline; undefined where each is pinned. */
export const nextExpiry = (holds: readonly Hold[]): Instant | undefined =>
  earliest(holds.map((hold) => (hold.pinned ? undefined : hold.expiresAt)));
