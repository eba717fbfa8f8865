/**
 * Marketplace owns purchases: who pays what, and the process that holds everything, has the voucher issued, and then either
 * pays on proof or gives every cent back. Publishes `marketplace.events`; sends commands to programmes, benefits and vouchers.
 * Listens to what these answer, to providers' work and offers, and to companies for who has left.
 */
import type { RowModel } from '@salvatempo/store';
import { accountHours } from './quote-purchase/account-hours.projection';

export { MarketplaceModule } from './marketplace.module';
export { PurchaseRuleTrial, type PurchaseOutcome } from './domain/try-purchase-rule';
export { replayPurchases } from './try-purchase-rule/purchase-replay.handler';

/** Read models that only some of an account's events concern, for checks of what they have come to. */
export const sparseProjections: readonly { readonly model: RowModel; readonly on: Readonly<Record<string, unknown>> }[] = [accountHours];
