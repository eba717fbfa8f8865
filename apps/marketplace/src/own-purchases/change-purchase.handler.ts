import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { purchaseRefused, transferOwedBack, transferPaidBack, transferReceived } from '@salvatempo/contracts';
import { decided, type Answer } from '@salvatempo/http';
import type { AggregateRunner, Cause } from '@salvatempo/messaging';
import type { Purchase } from '../domain/purchase';

const OUTCOMES: Readonly<Record<string, string>> = {
  [transferReceived.type]: 'received',
  [transferOwedBack.type]: 'owed-back',
  [transferPaidBack.type]: 'paid-back',
  [purchaseRefused.type]: 'withdrawn',
};

/** What an act made of a purchase, by its event alone: a repeat says the same, although the purchase has gone on since. */
export class PurchaseChangeView {
  @ApiProperty() purchaseId!: string;
  @ApiProperty({ enum: Object.values(OUTCOMES), description: 'received: it pays, and the receipt is being issued. owed-back: it came and pays for nothing.' }) outcome!: string;
  @ApiPropertyOptional({ description: 'Of the transfer, in euro cents.' }) amountCents?: number;
}

/** Changes a purchase by somebody's act. Throws ProblemError for a refusal. */
export async function changePurchase(purchases: AggregateRunner<Purchase>, purchaseId: string, command: { readonly type: string; readonly data: object }, cause: Cause): Promise<Answer<PurchaseChangeView>> {
  const { events, sequence } = decided(await purchases.execute(purchaseId, command, cause));
  const { type, data } = events[0]!;
  const { amountCents } = data as { readonly amountCents?: number };
  return {
    status: 201,
    body: { purchaseId, outcome: OUTCOMES[type]!, ...(amountCents !== undefined && { amountCents }) },
    location: `/api/marketplace/purchases/${purchaseId}`,
    position: `${purchaseId}:${sequence}`,
  };
}
