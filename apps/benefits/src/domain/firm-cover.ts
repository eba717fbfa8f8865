import type { Standing } from '@salvatempo/contracts';
import { derivedId, earliest, remembering, sumCents, transferReferenceOf, type Cents, type Instant } from '@salvatempo/kernel';
import type { Account } from './account';

/** The dated parameters of a decision (`docs/rules/firm-cover.json`). */
export interface CoverTerms {
  /** Of a firm that no operator has given a guarantee of its own, in euro cents. */
  readonly guaranteeCents: Cents;
  readonly dueDays: number;
  readonly reminderDays: readonly number[];
}

/** A credit run that isn't both given and paid: it waits for its cover, or its credit was given within the guarantee. */
export interface OpenRun {
  readonly runId: string;
  /** The n-th pro-forma of the firm. */
  readonly ordinal: number;
  readonly amountCents: Cents;
  /** Paid of it by transfers; never more than the amount. */
  readonly paidCents: Cents;
  /** When what isn't paid is due, and when the firm is reminded of it; absent while the run waits. */
  readonly dueAt?: Instant;
  readonly remindAt?: readonly Instant[];
  /** Reminders so far. */
  readonly level: number;
}

/**
 * Where the money of a firm's credit comes from. What it transferred is free, set aside for runs that wait, or paid for credit; credit that was
 * given and isn't paid uses the guarantee. A run that is given and paid leaves in the write that makes it so: only its sum stays.
 */
export interface FirmCover {
  readonly firmId: string;
  /** Pro-formas issued so far. */
  readonly issued: number;
  readonly receivedCents: Cents;
  readonly freeCents: Cents;
  /** Credit of the runs that left, less what was given back of it: all of it is paid. */
  readonly settledCents: Cents;
  /** Absent where the day's table says it. */
  readonly guaranteeCents?: Cents;
  /** Oldest first. */
  readonly open: readonly OpenRun[];
}

export const firmCover = {
  service: 'benefits',
  name: 'firm-cover',
  prefix: 'cov',
  schema: 1,
  initial: { firmId: '', issued: 0, receivedCents: 0, freeCents: 0, settledCents: 0, open: [] } as FirmCover,
  deadline: (state: FirmCover): Instant | undefined => earliest(state.open.map(({ remindAt, level }) => remindAt?.[level])),
};

/** Firms whose cover's id is remembered: each look at an account of theirs asks for it, and the digest costs more than the look. */
const FIRMS = 10_000;

export const coverIdOf = remembering(FIRMS, (firmId) => derivedId('cov', firmId));
export const proformaIdOf = (reference: string): string => derivedId('prf', reference);
export const referenceOf = (runId: string): string => transferReferenceOf(runId);
/** The lot of a run on one person's account. */
export const lotIdOf = (runId: string, personId: string): string => derivedId('lot', runId, personId);

/** Pro-formas of a firm that may be open; the document stays far below its limit. */
export const MAX_OPEN_RUNS = 100;

export const isGiven = (run: OpenRun): boolean => run.dueAt !== undefined;
export const leftOf = (run: OpenRun): Cents => run.amountCents - run.paidCents;

export interface CoverFigures {
  readonly receivedCents: Cents;
  readonly freeCents: Cents;
  readonly setAsideCents: Cents;
  readonly creditedCents: Cents;
  readonly guaranteeUsedCents: Cents;
  readonly standing: Standing;
}

/** received + guarantee used = credited + free + set aside, always. */
export function figuresOf(state: FirmCover): CoverFigures {
  const given = state.open.filter(isGiven);
  return {
    receivedCents: state.receivedCents,
    freeCents: state.freeCents,
    setAsideCents: sumCents(state.open.filter((run) => !isGiven(run)).map(({ paidCents }) => paidCents)),
    creditedCents: state.settledCents + sumCents(given.map(({ amountCents }) => amountCents)),
    guaranteeUsedCents: sumCents(given.map(leftOf)),
    standing: standingOf(state),
  };
}

/** Reminded once of anything, a firm is in arrears; reminded for the last time, in default. It is what it owes that says so: a payment ends both. */
export function standingOf({ open }: FirmCover): Standing {
  const reminded = open.filter(({ level }) => level > 0);
  if (reminded.some(({ level, remindAt = [] }) => level >= remindAt.length)) return 'in-default';
  return reminded.length > 0 ? 'in-arrears' : 'regular';
}

/** Whether a lot of somebody is of a run: by what it says itself, and for one from before it did, by its id. */
export const isOfRun = (lot: { readonly lotId: string; readonly runId?: string | undefined }, runId: string, personId: string): boolean => (lot.runId === undefined ? lot.lotId === lotIdOf(runId, personId) : lot.runId === runId);

/** Lots of an account that aren't paid for while the firm is in default: nothing new is bought with them. What was bought before stays. */
export function suspendedLots(state: FirmCover, { personId, lots }: Pick<Account, 'personId' | 'lots'>): readonly string[] {
  if (standingOf(state) !== 'in-default') return [];
  const unpaid = state.open.filter(isGiven);
  return lots.filter((lot) => unpaid.some(({ runId }) => isOfRun(lot, runId, personId))).map(({ lotId }) => lotId);
}

/** How money is shared out: first to the run that the firm named (c.c. art. 1193), then to the oldest. */
export function sharesOf(open: readonly OpenRun[], amountCents: Cents, namedRunId?: string): readonly RunShare[] {
  const inTurn = [...open.filter(({ runId }) => runId === namedRunId), ...open.filter(({ runId }) => runId !== namedRunId)];
  let leftCents = amountCents;
  return inTurn.flatMap((run) => {
    const share = Math.min(leftCents, leftOf(run));
    leftCents -= share;
    return share > 0 ? [{ runId: run.runId, amountCents: share }] : [];
  });
}

export interface RunShare {
  readonly runId: string;
  readonly amountCents: Cents;
}

export const shareTotal = (shares: readonly RunShare[]): Cents => sumCents(shares.map(({ amountCents }) => amountCents));

/** The cover after free money paid shares. */
export function withPaid(state: FirmCover, shares: readonly RunShare[]): FirmCover {
  const paidOf = (runId: string): Cents => shareTotal(shares.filter((share) => share.runId === runId));
  const open = state.open.map((run) => ({ ...run, paidCents: run.paidCents + paidOf(run.runId) }));
  return settled({ ...state, freeCents: state.freeCents - shareTotal(shares), open });
}

/** The cover without runs that are given and paid. */
export function settled(state: FirmCover): FirmCover {
  const isDone = (run: OpenRun): boolean => isGiven(run) && leftOf(run) === 0;
  const done = state.open.filter(isDone);
  if (done.length === 0) return state;
  return { ...state, settledCents: state.settledCents + sumCents(done.map(({ amountCents }) => amountCents)), open: state.open.filter((run) => !isDone(run)) };
}
