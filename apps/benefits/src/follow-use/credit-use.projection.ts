import { claimCreditDebited, claimCreditHeld, claimCreditReleased, creditAdded, creditHeld, creditReleased, creditWithdrawn, type DataOf, type Envelope } from '@salvatempo/contracts';
import { addMs, DAY_MS, type Cents, type Instant } from '@salvatempo/kernel';
import type { Projection } from '@salvatempo/messaging';

/** A lot with what was used of it: spent or held. It outlives the account's own lot, which leaves when nothing is left of it. */
export interface LotUse {
  readonly lotId: string;
  /** The credit run that gave it, by which its plan is found; undefined where something else did. */
  readonly runId?: string;
  readonly letter: string;
  readonly validFrom: Instant;
  readonly validUntil: Instant;
  /** Less what the employer took back. */
  readonly addedCents: Cents;
  readonly usedCents: Cents;
}

export interface CreditUseRow {
  readonly accountId: string;
  readonly firmId: string;
  readonly personId: string;
  readonly lots: readonly LotUse[];
}

type Shares = readonly { readonly lotId: string; readonly amountCents: Cents }[];

/** Lots that ended so long ago tell nothing of what is left. */
const KEPT_DAYS = 60;
const MAX_LOTS = 200;

/** Adds to what was used of lots (-1: takes away), or to what was added to them. */
function moved(row: CreditUseRow | undefined, shares: Shares, sign: 1 | -1, field: 'usedCents' | 'addedCents' = 'usedCents'): CreditUseRow | undefined {
  const ofLot = (lotId: string): Cents => shares.filter((share) => share.lotId === lotId).reduce((sum, { amountCents }) => sum + amountCents, 0);
  return row && { ...row, lots: row.lots.map((lot) => ({ ...lot, [field]: lot[field] + sign * ofLot(lot.lotId) })) };
}

const returned = (row: CreditUseRow | undefined, { returned: shares, extendedLotIds, extendedUntil }: Pick<DataOf<typeof claimCreditReleased>, 'returned' | 'extendedLotIds' | 'extendedUntil'>): CreditUseRow | undefined => {
  const after = moved(row, shares, -1);
  return after && { ...after, lots: after.lots.map((lot) => (extendedLotIds.includes(lot.lotId) ? { ...lot, validUntil: extendedUntil } : lot)) };
};

/** A run adds credit by its own event, so that the event's cause is the run's. */
function runOf({ causationid }: Envelope): Pick<LotUse, 'runId'> {
  return causationid.startsWith('run_') ? { runId: causationid.split(':')[0]! } : {};
}

/** What was used of each lot of an account, for the forecast and for what expires. */
export const creditUse: Projection<CreditUseRow> = {
  model: { name: 'benefits.credit-use', indexes: [] },
  prefix: 'acc',
  on: {
    [creditAdded.type]: (row, event) => {
      const { accountId, firmId, personId, lotId, lot } = event.data as DataOf<typeof creditAdded>;
      const { letter, validFrom, validUntil, amountCents } = lot;
      const recent = (row?.lots ?? []).filter((one) => one.validUntil > addMs(event.time, -KEPT_DAYS * DAY_MS));
      return { accountId, firmId, personId, lots: [...recent, { lotId, ...runOf(event), letter, validFrom, validUntil, addedCents: amountCents, usedCents: 0 }].slice(-MAX_LOTS) };
    },
    [creditHeld.type]: (row, event) => moved(row, (event.data as DataOf<typeof creditHeld>).lots, 1),
    [claimCreditHeld.type]: (row, event) => moved(row, (event.data as DataOf<typeof claimCreditHeld>).lots, 1),
    [creditReleased.type]: (row, event) => moved(row, (event.data as DataOf<typeof creditReleased>).lots, -1),
    [claimCreditReleased.type]: (row, event) => returned(row, event.data as DataOf<typeof claimCreditReleased>),
    [claimCreditDebited.type]: (row, event) => {
      const debited = event.data as DataOf<typeof claimCreditDebited>;
      return debited.fromHold ? returned(row, debited) : moved(row, debited.lots, 1);
    },
    [creditWithdrawn.type]: (row, event) => moved(row, (event.data as DataOf<typeof creditWithdrawn>).lots, -1, 'addedCents'),
  },
  place: ({ firmId, accountId }) => ({ tenant: firmId, order: accountId, indexed: {} }),
};
