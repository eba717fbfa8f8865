import { claimCreditDebited, claimCreditHeld, claimCreditReleased, contributionCreditHeld, contributionCreditReleased, creditAdded, creditHeld, creditReleased, creditWithdrawn, residueSettled, runOutBegun, runOutEnded, type DataOf, type Envelope, type LotTerms } from '@salvatempo/contracts';
import { addMs, DAY_MS, type Cents, type Instant, type Minutes } from '@salvatempo/kernel';

/** A lot with what was used of it: spent or held. It outlives the account's own lot, which leaves when nothing is left of it. */
export interface LotUse {
  readonly lotId: string;
  /** The credit run that gave it, by which its plan is found; undefined where something else did. */
  readonly runId?: string;
  readonly letter: string;
  readonly validFrom: Instant;
  readonly validUntil: Instant;
  /** Less what the employer took back, and what left the lot at its end. */
  readonly addedCents: Cents;
  readonly usedCents: Cents;
}

/** The same of a lot of hours; never added up with euros. */
export interface HourUse extends Omit<LotUse, 'addedCents' | 'usedCents'> {
  readonly addedMinutes: Minutes;
  readonly usedMinutes: Minutes;
}

/** An account's lots with what was used of each, and whose account it is. */
export interface CreditUse {
  readonly accountId: string;
  readonly firmId: string;
  readonly personId: string;
  readonly lots: readonly LotUse[];
  /** There where the account ever had hours. */
  readonly hours?: readonly HourUse[];
}

type Shares = readonly { readonly lotId: string; readonly amountCents: Cents; readonly minutes?: Minutes | undefined }[];

/** Lots that ended so long ago tell nothing of what is left. */
const KEPT_DAYS = 60;
const MAX_LOTS = 200;

/** Adds to what was used of lots (-1: takes away), or to what was added to them. */
function moved(row: CreditUse | undefined, shares: Shares, sign: 1 | -1, field: 'usedCents' | 'addedCents' = 'usedCents'): CreditUse | undefined {
  const ofLot = (lotId: string, unit: 'amountCents' | 'minutes'): number => shares.filter((share) => share.lotId === lotId).reduce((sum, share) => sum + (share[unit] ?? 0), 0);
  const inMinutes = field === 'usedCents' ? 'usedMinutes' : 'addedMinutes';
  return row && {
    ...row,
    lots: row.lots.map((lot) => ({ ...lot, [field]: lot[field] + sign * ofLot(lot.lotId, 'amountCents') })),
    ...(row.hours && { hours: row.hours.map((lot) => ({ ...lot, [inMinutes]: lot[inMinutes] + sign * ofLot(lot.lotId, 'minutes') })) }),
  };
}

interface End {
  readonly lotId: string;
  readonly validUntil: Instant;
}

/** Lots with other last days. */
function withEnds(row: CreditUse | undefined, ends: readonly End[]): CreditUse | undefined {
  const ended = <T extends End>(lot: T): T => ({ ...lot, validUntil: ends.find(({ lotId }) => lotId === lot.lotId)?.validUntil ?? lot.validUntil });
  return row && { ...row, lots: row.lots.map(ended), ...(row.hours && { hours: row.hours.map(ended) }) };
}

/** Shares that went back, and the lots among them that live on. */
const returned = (row: CreditUse | undefined, shares: Shares, { extendedLotIds = [], extendedUntil }: Pick<DataOf<typeof creditReleased>, 'extendedLotIds' | 'extendedUntil'>): CreditUse | undefined =>
  withEnds(moved(row, shares, -1), extendedUntil === undefined ? [] : extendedLotIds.map((lotId) => ({ lotId, validUntil: extendedUntil })));

/** What was held for a claim or a contribution went back whole. */
function givenBack(row: CreditUse | undefined, { data }: Envelope): CreditUse | undefined {
  const released = data as DataOf<typeof claimCreditReleased | typeof contributionCreditReleased>;
  return returned(row, released.returned, released);
}

/** A lot as it begins, beside those that ended not long ago. */
function withLot(row: CreditUse, at: Instant, lotId: string, { letter, validFrom, validUntil, amountCents, hours }: LotTerms, of: Pick<LotUse, 'runId'>): CreditUse {
  const isRecent = (one: End): boolean => one.validUntil > addMs(at, -KEPT_DAYS * DAY_MS);
  const { lots: allLots, hours: allHours = [], ...whose } = row;
  const [lots, ofHours] = [allLots.filter(isRecent), allHours.filter(isRecent)];
  const begun = { lotId, ...of, letter, validFrom, validUntil };
  if (hours) return { ...whose, lots, hours: [...ofHours, { ...begun, addedMinutes: hours.minutes, usedMinutes: 0 }].slice(-MAX_LOTS) };
  return { ...whose, lots: [...lots, { ...begun, addedCents: amountCents, usedCents: 0 }].slice(-MAX_LOTS), ...(ofHours.length > 0 && { hours: ofHours }) };
}

/** What was left of a lot goes on in another one of the same run, joins what went on before, or is nobody's credit any more. */
function settled(row: CreditUse | undefined, { time, data }: Envelope): CreditUse | undefined {
  const { lotId, amountCents, minutes, to } = data as DataOf<typeof residueSettled>;
  const after = moved(row, [{ lotId, amountCents, minutes }], -1, 'addedCents');
  if (!after || !to) return after;
  if (after.lots.some((lot) => lot.lotId === to.lotId)) return moved(after, [{ lotId: to.lotId, amountCents }], 1, 'addedCents');
  const from = [...after.lots, ...(after.hours ?? [])].find((lot) => lot.lotId === lotId);
  return withLot(after, time, to.lotId, to.lot, from?.runId === undefined ? {} : { runId: from.runId });
}

const ended = (row: CreditUse | undefined, { data }: Envelope): CreditUse | undefined => withEnds(row, (data as DataOf<typeof runOutBegun>).lots);

/** A run adds credit by its own event, so that the event's cause is the run's. */
function runOf({ causationid }: Envelope): Pick<LotUse, 'runId'> {
  return causationid.startsWith('run_') ? { runId: causationid.split(':')[0]! } : {};
}

/** What was used of each lot of an account after an event, for the forecast and for what expires; a part of the account's row. */
export const creditUse: Readonly<Record<string, (row: CreditUse | undefined, event: Envelope) => CreditUse | undefined>> = {
  [creditAdded.type]: (row, event) => {
    const { accountId, firmId, personId, lotId, lot } = event.data as DataOf<typeof creditAdded>;
    return withLot({ accountId, firmId, personId, lots: row?.lots ?? [], ...(row?.hours && { hours: row.hours }) }, event.time, lotId, lot, runOf(event));
  },
  [creditHeld.type]: (row, event) => moved(row, (event.data as DataOf<typeof creditHeld>).lots, 1),
  [claimCreditHeld.type]: (row, event) => moved(row, (event.data as DataOf<typeof claimCreditHeld>).lots, 1),
  [creditReleased.type]: (row, event) => {
    const released = event.data as DataOf<typeof creditReleased>;
    return returned(row, released.lots, released);
  },
  [claimCreditReleased.type]: givenBack,
  [contributionCreditHeld.type]: (row, event) => moved(row, (event.data as DataOf<typeof contributionCreditHeld>).lots, 1),
  [contributionCreditReleased.type]: givenBack,
  [claimCreditDebited.type]: (row, event) => {
    const debited = event.data as DataOf<typeof claimCreditDebited>;
    return debited.fromHold ? returned(row, debited.returned, debited) : moved(row, debited.lots, 1);
  },
  [creditWithdrawn.type]: (row, event) => moved(row, (event.data as DataOf<typeof creditWithdrawn>).lots, -1, 'addedCents'),
  [residueSettled.type]: settled,
  [runOutBegun.type]: ended,
  [runOutEnded.type]: ended,
};
