import { purchaseRequested, type DataOf, type Holding } from '@salvatempo/contracts';
import type { Instant, Refusal } from '@salvatempo/kernel';

/** How far one of the things that a purchase holds has come. */
export type HoldingStatus = 'asked' | 'held' | 'pinned' | 'paid' | 'released';

/** What a purchase needs to know of itself. What its quote rested on is told once, and not kept. */
export type PurchaseFacts = Omit<DataOf<typeof purchaseRequested>, 'quotedOn'>;

/**
 * The process of one purchase: hold everything, pin it, issue the voucher, then either pay on proof or
 * give back. `refused` and `returned` are final once every holding is released, `settled` once each is paid.
 */
export type PurchaseStatus =
  | 'reserving'
  | 'pinning'
  | 'issuing'
  | 'active'
  | 'redeemed'
  | 'settling'
  | 'settled'
  | 'refusing'
  | 'refused'
  | 'returning'
  | 'returned';

export interface Started extends PurchaseFacts {
  readonly status: PurchaseStatus;
  readonly holdings: Readonly<Partial<Record<Holding, HoldingStatus>>>;
  readonly voucherId?: string;
  readonly refusal?: Refusal;
  readonly endedBy?: 'cancelled' | 'expired';
}

export type Purchase = { readonly status: 'absent' } | Started;

export const purchase = {
  service: 'marketplace',
  name: 'purchase',
  prefix: 'pur',
  schema: 1,
  initial: { status: 'absent' } as Purchase,
  // From `issuing` on the voucher may exist: only its own end, never the clock, gives anything back.
  deadline: (state: Purchase): Instant | undefined =>
    state.status === 'reserving' || state.status === 'pinning' ? state.deadlineAt : undefined,
};

/** The holdings that a purchase needs. Credit is always among them: the benefit's value counts for the threshold even where no credit is spent. */
export const holdingsOf = (facts: Pick<PurchaseFacts, 'incentiveCents'>): readonly Holding[] =>
  facts.incentiveCents > 0 ? ['incentive', 'person-cap', 'credit'] : ['credit'];

/** The state with one holding's status changed. */
export const withHolding = (state: Started, holding: Holding, status: HoldingStatus): Started => ({
  ...state,
  holdings: { ...state.holdings, [holding]: status },
});

/** Whether every holding has this status, the given one counted as if it had it already. */
export const allAre = (state: Started, status: HoldingStatus, holding: Holding): boolean =>
  Object.entries(state.holdings).every(([name, has]) => name === holding || has === status);

/** A message that came before the one it follows; it is tried again later. */
export const TOO_EARLY = 'message-too-early';
/** A message about a purchase that never was. */
export const NO_SUCH_PURCHASE = 'purchase-not-found';
