import { purchaseRequested, type DataOf, type Holding } from '@salvatempo/contracts';
import type { Cents, Instant, Refusal } from '@salvatempo/kernel';

/** How far one of the things that a purchase holds has come. */
export type HoldingStatus = 'asked' | 'held' | 'pinned' | 'paid' | 'released';

/** What a purchase needs to know of itself. What its quote rested on is told once, and not kept. */
export type PurchaseFacts = Omit<DataOf<typeof purchaseRequested>, 'quotedOn'>;

/**
 * The process of one purchase: hold everything, pin it, await the owner's transfer where they pay a part themself, issue the
 * voucher, then either pay on proof or give back. `refused` and `returned` are final once every holding is released, `settled` once each is paid.
 */
export type PurchaseStatus =
  | 'reserving'
  | 'pinning'
  | 'awaiting-transfer'
  | 'issuing'
  | 'active'
  | 'redeemed'
  | 'settling'
  | 'settled'
  | 'refusing'
  | 'refused'
  | 'returning'
  | 'returned';

/** What the owner of a firm has transferred for a purchase of their own. */
export interface Transfers {
  /** Came and pays a part of the purchase. */
  readonly receivedCents: Cents;
  /** Came and pays for nothing, and is still here. */
  readonly owedBackCents: Cents;
  readonly paidBackCents: Cents;
  /** References of the bank's, so that no transfer is recorded twice. */
  readonly bankReferences: readonly string[];
}

export interface Started extends PurchaseFacts {
  readonly status: PurchaseStatus;
  readonly holdings: Readonly<Partial<Record<Holding, HoldingStatus>>>;
  readonly voucherId?: string;
  readonly refusal?: Refusal;
  readonly endedBy?: 'cancelled' | 'expired';
  readonly transfers?: Transfers;
}

export type Purchase = { readonly status: 'absent' } | Started;

export const purchase = {
  service: 'marketplace',
  name: 'purchase',
  prefix: 'pur',
  schema: 1,
  initial: { status: 'absent' } as Purchase,
  // From `issuing` on the voucher may exist: only its own end, never the clock, gives anything back.
  // A transfer is awaited longer, and nothing else would free the firm's allotment: what is pinned has no clock.
  deadline: (state: Purchase): Instant | undefined => {
    if (state.status === 'awaiting-transfer') return state.own!.dueAt;
    return state.status === 'reserving' || state.status === 'pinning' ? state.deadlineAt : undefined;
  },
};

/**
 * The holdings that a purchase needs. Credit is always among an employee's: the benefit's value counts for the threshold even where
 * no credit is spent. An owner has no account.
 */
export function holdingsOf({ incentiveCents, own }: Pick<PurchaseFacts, 'incentiveCents' | 'own'>): readonly Holding[] {
  if (own) return ['incentive', 'person-cap'];
  return incentiveCents > 0 ? ['incentive', 'person-cap', 'credit'] : ['credit'];
}

/** Whether the owner has to transfer a part before anything is issued. */
export const needsTransfer = ({ own }: Pick<PurchaseFacts, 'own'>): boolean => own !== undefined && own.amountCents > 0;

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
