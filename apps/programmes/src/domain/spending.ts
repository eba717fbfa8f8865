import type { Cents, Instant } from '@salvatempo/kernel';

/** How far the spending of a purchase has come, as far as it is to be reported; `none` where there is none after all. */
export type SpendingStage = 'requested' | 'issued' | 'redeemed' | 'fulfilled' | 'paid' | 'none';

/** One purchase that a call pays a part of, as far as a report asks. */
export interface Spending {
  readonly purchaseId: string;
  readonly firmId: string;
  readonly personId: string;
  readonly providerId: string;
  readonly title: string;
  readonly serviceCode?: string | undefined;
  readonly totalCents: Cents;
  readonly incentiveCents: Cents;
  readonly creditCents: Cents;
  /** What a firm's owner pays of their own purchase. */
  readonly ownCents?: Cents | undefined;
  readonly stage: SpendingStage;
  readonly voucherId?: string | undefined;
  readonly fulfilledAt?: Instant | undefined;
  readonly paidAt?: Instant | undefined;
}
