import { creditAdded, creditHeld, creditReleased, creditWithdrawn, residueSettled, runOutBegun, runOutEnded, type DataOf, type Envelope, type LotTerms } from '@salvatempo/contracts';
import type { Instant } from '@salvatempo/kernel';
import type { Projection } from '@salvatempo/messaging';
import type { KnownHours } from '../domain/pay-with-hours';

/** The lots of hours of an account, as far as is known here; the account itself decides. */
export interface AccountHoursRow {
  readonly accountId: string;
  readonly lots: readonly KnownHours[];
}

type Row = AccountHoursRow | undefined;
type Shares = readonly { readonly lotId: string; readonly minutes?: number | undefined }[];

function moved(row: Row, shares: Shares, sign: 1 | -1): Row {
  const of = (lotId: string): number => shares.reduce((sum, share) => sum + (share.lotId === lotId ? (share.minutes ?? 0) : 0), 0);
  return row && { ...row, lots: row.lots.map((lot) => ({ ...lot, freeMinutes: lot.freeMinutes + sign * of(lot.lotId) })) };
}

function withEnds(row: Row, ends: readonly { readonly lotId: string; readonly validUntil: Instant }[]): Row {
  const of = ({ lotId, validUntil }: KnownHours): Instant => ends.find((end) => end.lotId === lotId)?.validUntil ?? validUntil;
  return row && { ...row, lots: row.lots.map((lot) => ({ ...lot, validUntil: of(lot) })) };
}

/** Lots of euros make no row. An account has a hundred open lots at most, and those that are used up make room here. */
function withLot(row: Row, accountId: string, lotId: string, { hours, letter, letters = [letter], validFrom, validUntil }: LotTerms): Row {
  if (!hours) return row;
  const lot = { lotId, letters, freeMinutes: hours.minutes, hourCents: hours.hourCents, validFrom, validUntil };
  return { accountId, lots: [...(row?.lots ?? []), lot].slice(-MAX_LOTS) };
}

const MAX_LOTS = 200;

export const accountHours: Projection<AccountHoursRow> = {
  model: { name: 'marketplace.account-hours', indexes: [] },
  prefix: 'acc',
  // Few accounts have hours, and every account has debits.
  isSparse: true,
  on: {
    [creditAdded.type]: (row, event) => {
      const { accountId, lotId, lot } = event.data as DataOf<typeof creditAdded>;
      return withLot(row, accountId, lotId, lot);
    },
    [creditHeld.type]: (row, event) => moved(row, sharesIn(event), -1),
    [creditWithdrawn.type]: (row, event) => moved(row, sharesIn(event), -1),
    [creditReleased.type]: (row, event) => {
      const { extendedLotIds = [], extendedUntil } = event.data as DataOf<typeof creditReleased>;
      const back = moved(row, sharesIn(event), 1);
      return extendedUntil === undefined ? back : withEnds(back, extendedLotIds.map((lotId) => ({ lotId, validUntil: extendedUntil })));
    },
    [residueSettled.type]: (row, event) => {
      const { accountId, lotId, minutes, to } = event.data as DataOf<typeof residueSettled>;
      const left = moved(row, [{ lotId, minutes }], -1);
      return to ? withLot(left, accountId, to.lotId, to.lot) : left;
    },
    [runOutBegun.type]: (row, event) => withEnds(row, (event.data as DataOf<typeof runOutBegun>).lots),
    [runOutEnded.type]: (row, event) => withEnds(row, (event.data as DataOf<typeof runOutEnded>).lots),
  },
  place: ({ accountId }) => ({ tenant: accountId, order: accountId, indexed: {} }),
};

const sharesIn = (event: Envelope): Shares => (event.data as { readonly lots: Shares }).lots;
