import { ProblemError } from '@salvatempo/http';
import type { AggregateRunner } from '@salvatempo/messaging';
import type { Purchase, Started } from '../domain/purchase';

/** A purchase that was asked for. Throws ProblemError `purchase-not-found`. */
export async function knownPurchase(purchases: AggregateRunner<Purchase>, purchaseId: string): Promise<Started> {
  const state = (await purchases.load(purchaseId))?.state;
  if (!state || state.status === 'absent') throw new ProblemError('purchase-not-found');
  return state;
}
