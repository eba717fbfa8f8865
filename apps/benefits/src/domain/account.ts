import type { LotTerms } from '@salvatempo/contracts';
import { addMs, earliest, heldCents, nextExpiry, sumCents, type Cents, type Hold, type Instant, type Minutes } from '@salvatempo/kernel';

/** A slice of credit: what is left of it to spend. What is held of it is counted in the hold. */
export interface Lot extends Omit<LotTerms, 'amountCents' | 'hours'> {
  readonly lotId: string;
  /** 0 in a lot of hours. */
  readonly freeCents: Cents;
  /** Of a lot of hours, which pays minutes and no euros (ADR 0284). */
  readonly hours?: { readonly freeMinutes: Minutes; readonly hourCents: Cents };
  /** It expired while it was held for a claim, and lives on for once. */
  readonly extended?: true;
  /** Its end before somebody's leaving made it earlier. */
  readonly plannedUntil?: Instant;
}

export interface LotShare {
  readonly lotId: string;
  /** Of a lot of hours the part of a price that its minutes pay. */
  readonly amountCents: Cents;
  /** The credit run that the lot is of, by which its firm's cover finds it. */
  readonly runId?: string | undefined;
  /** What is taken of a lot of hours; absent where euros are. */
  readonly minutes?: Minutes;
}

/** Credit set aside for a purchase, with the very lots that it comes from. */
export interface CreditHold extends Hold {
  readonly lots: readonly LotShare[];
  /** There where hours pay; `amountCents` is then the price that they pay, and none of the account's euros. */
  readonly minutes?: Minutes;
  readonly letter: string;
  readonly benefitValueCents: Cents;
  readonly taxYear: number;
}

/** What was approved of a claim above the balance, and is paid when credit comes. */
export interface ClaimRest {
  readonly claimId: string;
  readonly leftCents: Cents;
  readonly countsForThreshold: boolean;
  readonly taxYear: number;
}

/** What counts towards the threshold of art. 51 c.3 in a tax year. */
export interface ThresholdUse {
  readonly heldCents: Cents;
  readonly usedCents: Cents;
  /** What other employers gave, as declared. */
  readonly externalCents?: Cents;
  /** Whether a dependent child is declared: then the higher threshold holds. */
  readonly dependentChild?: boolean;
}

/** What the threshold of a tax year came to, in euro cents. */
export interface SettledYear {
  /** From this employer, and from others as declared. */
  readonly ownCents: Cents;
  readonly externalCents: Cents;
  readonly thresholdCents: Cents;
  /** 0, or all that this employer gave. */
  readonly taxableCents: Cents;
}

/** What counts for the limit of contributions under one letter in a tax year. In euro cents. */
export interface ContributionUse {
  /** Paid from this account, or held to be paid. */
  readonly countedCents: Cents;
  /** Paid otherwise, whoever paid, as the person said last. */
  readonly elsewhereCents: Cents;
}

/** The account of one person with one employer. Lots and holds that close leave in the write that closes them. */
export interface Account {
  readonly accountId: string;
  readonly firmId: string;
  readonly personId: string;
  readonly lots: readonly Lot[];
  readonly holds: readonly CreditHold[];
  readonly threshold: Readonly<Record<string, ThresholdUse>>;
  /** Oldest first; absent where nothing waits. */
  readonly waiting?: readonly ClaimRest[];
  /** By tax year; absent where none was settled. */
  readonly settled?: Readonly<Record<string, SettledYear>>;
  /** By tax year and letter; absent where nothing was paid into a fund. */
  readonly contributions?: Readonly<Record<string, Readonly<Record<string, ContributionUse>>>>;
}

/** Whether anything of a lot is left to spend, in its unit. */
export const hasLeft = ({ freeCents, hours }: Pick<Lot, 'freeCents' | 'hours'>): boolean => freeCents > 0 || (hours?.freeMinutes ?? 0) > 0;

/** When what is left of a lot is to be settled: right after its end. Lots that no plan governs end by themselves. */
export const residueDueAt = (lot: Lot): Instant | undefined => (lot.plan && hasLeft(lot) ? addMs(lot.validUntil, 1) : undefined);

export const account = {
  service: 'benefits',
  name: 'account',
  prefix: 'acc',
  schema: 1,
  initial: { accountId: '', firmId: '', personId: '', lots: [], holds: [], threshold: {} } as Account,
  deadline: (state: Account): Instant | undefined => earliest([nextExpiry(state.holds), ...state.lots.map(residueDueAt)]),
};

/** Open lots and holds of one account at most; the document stays far below its limit. */
export const MAX_LOTS = 100;
export const MAX_HOLDS = 50;

/** The letter whose benefits share the threshold of the year. */
export const THRESHOLD_LETTER = 'c.3';

/** What counts in a tax year, nothing where nothing happened. */
export const useOf = (state: Account, taxYear: number): ThresholdUse => state.threshold[taxYear] ?? { heldCents: 0, usedCents: 0 };

const isValid = (lot: Lot, at: Instant): boolean => lot.validFrom <= at && at <= lot.validUntil;

/** Whether euros of a lot can be spent at an instant. */
export const isSpendable = (lot: Lot, at: Instant): boolean => isValid(lot, at) && lot.freeCents > 0;

/** Minutes of a lot that can be spent at an instant; 0 of a lot of euros. */
export const spendableMinutesOf = (lot: Lot, at: Instant): Minutes => (lot.hours && isValid(lot, at) ? lot.hours.freeMinutes : 0);

/** Whether a lot may be spent on a letter: one of its basket, or the only one that it has. */
export const fits = ({ letter: own, letters = [own] }: Pick<Lot, 'letter' | 'letters'>, letter: string): boolean => letters.includes(letter);

/** What can be spent at an instant and what is held, by unit: euro cents, and minutes where the account has a lot of hours. */
export interface Figures {
  readonly spendableCents: Cents;
  readonly heldCents: Cents;
  readonly spendableMinutes?: Minutes;
  readonly heldMinutes?: Minutes;
}

export function figuresOf({ lots, holds }: Account, at: Instant): Figures {
  const spendableCents = sumCents(lots.filter((lot) => isSpendable(lot, at)).map((lot) => lot.freeCents));
  if (!lots.some(({ hours }) => hours)) return { spendableCents, heldCents: heldCents(holds) };
  return {
    spendableCents,
    heldCents: heldCents(holds.filter(({ minutes }) => minutes === undefined)),
    spendableMinutes: lots.reduce((sum, lot) => sum + spendableMinutesOf(lot, at), 0),
    heldMinutes: holds.reduce((sum, { minutes = 0 }) => sum + minutes, 0),
  };
}

/** A lot as it begins. */
export const lotOf = (lotId: string, { amountCents, hours, ...terms }: LotTerms): Lot =>
  hours ? { ...terms, lotId, freeCents: 0, hours: { freeMinutes: hours.minutes, hourCents: hours.hourCents } } : { ...terms, lotId, freeCents: amountCents };

const moved = (lot: Lot, { amountCents, minutes }: LotShare, sign: 1 | -1): Lot =>
  minutes === undefined ? { ...lot, freeCents: lot.freeCents + sign * amountCents } : { ...lot, hours: { ...lot.hours!, freeMinutes: lot.hours!.freeMinutes + sign * minutes } };

/** Adds an amount to each lot, negative to take it out; a lot with nothing left and nothing held of it is closed. */
export function moveLots(state: Account, shares: readonly LotShare[], sign: 1 | -1, holds: readonly CreditHold[]): readonly Lot[] {
  const lots = state.lots.map((lot) => {
    const share = shares.find(({ lotId }) => lotId === lot.lotId);
    return share ? moved(lot, share, sign) : lot;
  });
  const heldOf = new Set(holds.flatMap((hold) => hold.lots.map(({ lotId }) => lotId)));
  return lots.filter((lot) => hasLeft(lot) || heldOf.has(lot.lotId));
}

/** The threshold's counters after adding to the held and the used amount of a year; only letter c.3 counts. */
export function countThreshold(state: Account, hold: Pick<CreditHold, 'letter' | 'taxYear'>, heldCents: Cents, usedCents: Cents): Account['threshold'] {
  if (hold.letter !== THRESHOLD_LETTER) return state.threshold;
  const before = useOf(state, hold.taxYear);
  const after = { ...before, heldCents: before.heldCents + heldCents, usedCents: before.usedCents + usedCents };
  return { ...state.threshold, [hold.taxYear]: after };
}
