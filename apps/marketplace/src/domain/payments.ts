import type { Holding, Share } from '@salvatempo/contracts';
import type { HoldingStatus, Purchase, PurchaseStatus, Started } from './purchase';
import { sharesOf } from './who-pays-what';

/** What people see of a share: pinned or not is nobody's business but the process's. */
export type PaymentStatus = 'asked' | 'held' | 'paid' | 'released';

const holdingOf: Readonly<Record<Share['source'], Holding>> = { incentive: 'incentive', credit: 'credit' };

const shown = (status: HoldingStatus | undefined): PaymentStatus => (status === undefined ? 'asked' : status === 'pinned' ? 'held' : status);

/** Who pays what, and how far each payment has come. */
export const paymentsOf = (state: Started): readonly (Share & { readonly status: PaymentStatus })[] =>
  sharesOf(state).map((share) => ({ ...share, status: shown(state.holdings[holdingOf[share.source]]) }));

/** What people see of a process's status. */
export function shownStatus(status: PurchaseStatus, endedBy: Started['endedBy']): string {
  if (status === 'reserving' || status === 'pinning' || status === 'issuing') return 'pending';
  if (status === 'refusing') return 'refused';
  if (status === 'returning' || status === 'returned') return endedBy ?? 'cancelled';
  return status;
}

/** Whether the buyer knows: the purchase is made, or refused. What follows takes days and isn't waited for. */
export const isSettledForBuyer = (state: Purchase): state is Started => state.status !== 'absent' && shownStatus(state.status, state.endedBy) !== 'pending';
