import type { DataOf, orderOpened } from '@salvatempo/contracts';
import { derivedId, type Instant } from '@salvatempo/kernel';

export type OrderFacts = DataOf<typeof orderOpened>;

/** The work that follows from a redeemed voucher. */
export type Order =
  | { readonly status: 'absent' }
  | (OrderFacts & { readonly status: 'open' })
  | (OrderFacts & { readonly status: 'completed'; readonly completedAt: Instant });

export const order = { service: 'providers', name: 'order', prefix: 'ord', schema: 1, initial: { status: 'absent' } as Order };

/** One voucher makes one order. */
export const orderIdOf = (voucherId: string): string => derivedId('ord', voucherId);
