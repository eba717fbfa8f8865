import { guaranteeSet, type DataOf, type Envelope } from '@salvatempo/contracts';
import type { Cents, Instant } from '@salvatempo/kernel';
import type { Projection } from '@salvatempo/messaging';
import type { CoverFigures } from '../domain/firm-cover';

/** Guarantees of a firm that are shown; all of them are in its journal. */
const MOST_GUARANTEES = 20;

export interface FirmCoverRow extends CoverFigures {
  readonly firmId: string;
  /** Newest first. */
  readonly guarantees: readonly { readonly guaranteeCents: Cents; readonly reason: string; readonly setAt: Instant }[];
}

/** Each event of a cover tells its figures after it. */
function figures(row: FirmCoverRow | undefined, event: Envelope): FirmCoverRow {
  const { firmId, receivedCents, freeCents, setAsideCents, creditedCents, guaranteeUsedCents, standing } = event.data as unknown as FirmCoverRow;
  return { guarantees: row?.guarantees ?? [], firmId, receivedCents, freeCents, setAsideCents, creditedCents, guaranteeUsedCents, standing };
}

const COVER_EVENTS = ['credit-run-registered', 'credit-run-covered', 'firm-transfer-received', 'cover-given-back', 'credit-run-called-off', 'firm-reminded'];

/** How each firm stands with its transfers, for an operator. */
export const firmCovers: Projection<FirmCoverRow> = {
  model: { name: 'benefits.firm-covers', indexes: ['standing'] },
  prefix: 'cov',
  on: {
    ...Object.fromEntries(COVER_EVENTS.map((name) => [`benefits.${name}.v1`, figures])),
    [guaranteeSet.type]: (row, event) => {
      const { guaranteeCents, reason } = event.data as DataOf<typeof guaranteeSet>;
      return { ...figures(row, event), guarantees: [{ guaranteeCents, reason, setAt: event.time }, ...(row?.guarantees ?? [])].slice(0, MOST_GUARANTEES) };
    },
  },
  place: ({ firmId, standing }) => ({ tenant: firmId, order: firmId, indexed: { standing } }),
};
