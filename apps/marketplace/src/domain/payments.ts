import type { Holding, Share } from '@salvatempo/contracts';
import type { Cents, Minutes } from '@salvatempo/kernel';
import { needsTransfer, type HoldingStatus, type Purchase, type PurchaseStatus, type Started } from './purchase';
import { sharesOf } from './who-pays-what';

/** What people see of a share: pinned or not is nobody's business but the process's. */
export type PaymentStatus = 'asked' | 'held' | 'paid' | 'released';

const holdingOf: Readonly<Record<Share['source'], Holding>> = { incentive: 'incentive', credit: 'credit' };

const shown = (status: HoldingStatus | undefined): PaymentStatus => (status === undefined ? 'asked' : status === 'pinned' ? 'held' : status);

export interface Payment {
  /** own: the owner of a firm, by a transfer. */
  readonly source: Share['source'] | 'own';
  readonly amountCents: Cents;
  /** The minutes that pay it, where hours do. */
  readonly minutes?: Minutes;
  readonly status: PaymentStatus;
}

/** Who pays what, and how far each payment has come. */
export function paymentsOf(state: Started): readonly Payment[] {
  const shares = sharesOf(state).map((share) => ({ ...share, status: shown(state.holdings[holdingOf[share.source]]) }));
  const { own } = state;
  return needsTransfer(state) ? [...shares, { source: 'own', amountCents: own!.amountCents, status: ownStatus(state) }] : shares;
}

function ownStatus({ status, transfers }: Started): PaymentStatus {
  if (status === 'settled') return 'paid';
  if (status === 'refused' || status === 'returned') return 'released';
  return (transfers?.receivedCents ?? 0) > 0 ? 'held' : 'asked';
}

/** What people see of a process's status. */
export function shownStatus(status: PurchaseStatus, endedBy: Started['endedBy']): string {
  if (status === 'reserving' || status === 'pinning' || status === 'issuing') return 'pending';
  if (status === 'refusing') return 'refused';
  if (status === 'returning' || status === 'returned') return endedBy ?? 'cancelled';
  return status;
}

/** Whether the buyer knows: the purchase is made, or refused. What follows takes days and isn't waited for. */
export const isSettledForBuyer = (state: Purchase): state is Started => state.status !== 'absent' && shownStatus(state.status, state.endedBy) !== 'pending';
