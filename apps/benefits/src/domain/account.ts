import type { LotTerms } from '@salvatempo/contracts';
import { addMs, earliest, heldCents, nextExpiry, sumCents, type Cents, type Hold, type Instant } from '@salvatempo/kernel';

/** A slice of credit: what is left of it to spend. What is held of it is counted in the hold. */
export interface Lot extends Omit<LotTerms, 'amountCents'> {
  readonly lotId: string;
  readonly freeCents: Cents;
  /** It expired while it was held for a claim, and lives on for once. */
  readonly extended?: true;
  /** Its end before somebody's leaving made it earlier. */
  readonly plannedUntil?: Instant;
}

export interface LotShare {
  readonly lotId: string;
  readonly amountCents: Cents;
  /** The credit run that the lot is of, by which its firm's cover finds it. */
  readonly runId?: string | undefined;
}

/** Credit set aside for a purchase, with the very lots that it comes from. */
export interface CreditHold extends Hold {
  readonly lots: readonly LotShare[];
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
}

/** When what is left of a lot is to be settled: right after its end. Lots that no plan governs end by themselves. */
export const residueDueAt = ({ plan, freeCents, validUntil }: Lot): Instant | undefined => (plan && freeCents > 0 ? addMs(validUntil, 1) : undefined);

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

export const isSpendable = (lot: Lot, at: Instant): boolean => lot.validFrom <= at && at <= lot.validUntil && lot.freeCents > 0;

/** Whether a lot may be spent on a letter: one of its basket, or the only one that it has. */
export const fits = ({ letter: own, letters = [own] }: Pick<Lot, 'letter' | 'letters'>, letter: string): boolean => letters.includes(letter);

/** What can be spent at an instant and what is held, in euro cents. */
export const figuresOf = (state: Account, at: Instant): { spendableCents: Cents; heldCents: Cents } => ({
  spendableCents: sumCents(state.lots.filter((lot) => isSpendable(lot, at)).map((lot) => lot.freeCents)),
  heldCents: heldCents(state.holds),
});

/** A lot as it begins. */
export const lotOf = (lotId: string, { amountCents, ...terms }: LotTerms): Lot => ({ ...terms, lotId, freeCents: amountCents });

/** Adds an amount to each lot, negative to take it out; a lot with nothing left and nothing held of it is closed. */
export function moveLots(state: Account, shares: readonly LotShare[], sign: 1 | -1, holds: readonly CreditHold[]): readonly Lot[] {
  const moved = state.lots.map((lot) => {
    const share = shares.find(({ lotId }) => lotId === lot.lotId);
    return share ? { ...lot, freeCents: lot.freeCents + sign * share.amountCents } : lot;
  });
  const heldOf = new Set(holds.flatMap((hold) => hold.lots.map(({ lotId }) => lotId)));
  return moved.filter((lot) => lot.freeCents > 0 || heldOf.has(lot.lotId));
}

/** The threshold's counters after adding to the held and the used amount of a year; only letter c.3 counts. */
export function countThreshold(state: Account, hold: Pick<CreditHold, 'letter' | 'taxYear'>, heldCents: Cents, usedCents: Cents): Account['threshold'] {
  if (hold.letter !== THRESHOLD_LETTER) return state.threshold;
  const before = useOf(state, hold.taxYear);
  const after = { ...before, heldCents: before.heldCents + heldCents, usedCents: before.usedCents + usedCents };
  return { ...state.threshold, [hold.taxYear]: after };
}
