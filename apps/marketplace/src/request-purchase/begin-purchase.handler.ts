import { Inject, Injectable } from '@nestjs/common';
import type { DataOf, purchaseRequested, QuotedOn } from '@salvatempo/contracts';
import { decided, whenFinal, type Answer } from '@salvatempo/http';
import { derivedId } from '@salvatempo/kernel';
import type { AggregateRunner, Cause } from '@salvatempo/messaging';
import { runnerOf } from '@salvatempo/runtime';
import { isSettledForBuyer } from '../domain/payments';
import { purchase, type Purchase } from '../domain/purchase';
import type { Quote } from '../quote-purchase/quotes.handler';
import { purchaseView, type PurchaseView } from '../read-purchases/purchase.view';
import type { RequestPurchase } from './request-purchase.decider';

/** Begins a purchase, whoever asks for it, and answers as it began. */
@Injectable()
export class BeginPurchase {
  constructor(@Inject(runnerOf(purchase)) private readonly purchases: AggregateRunner<Purchase>) {}

  /** `terms` is asked for only where this request wasn't answered before, with the id that the purchase gets. */
  async begin(terms: (purchaseId: string) => Promise<RequestPurchase>, cause: Cause): Promise<Answer<PurchaseView>> {
    const purchaseId = derivedId('pur', cause.id);
    const earlier = await this.purchases.earlier(purchaseId, cause);
    const outcome = earlier ?? (await this.purchases.execute(purchaseId, { type: 'request-purchase', data: await terms(purchaseId) }, cause));
    const { events, sequence } = decided(outcome);
    const { quotedOn: _told, ...facts } = events[0]!.data as DataOf<typeof purchaseRequested>;
    return {
      status: 202,
      // As it was when it began, whatever has become of it since: a repeat says the same.
      body: purchaseView({ ...facts, status: 'reserving', holdings: {} }, purchaseId),
      location: `/api/marketplace/purchases/${purchaseId}`,
      position: `${purchaseId}:${sequence}`,
      whenFinal: whenFinal(this.purchases, purchaseId, isSettledForBuyer, (state) => purchaseView(state, purchaseId)),
    };
  }
}

/** What a quote rested on, as the request keeps it. */
export const quotedOnOf = ({ offer, price: { network }, available }: Pick<Quote, 'offer' | 'price' | 'available'>): QuotedOn => ({
  serviceCode: offer.serviceCode,
  ...(network && { networkPrice: { networkId: network.networkId, listPriceCents: offer.priceCents } }),
  allotments: available.map(({ allotmentId, callId, allotmentFreeCents: freeCents, personUsedCents, municipality }) => ({ allotmentId, callId, freeCents, personUsedCents, ...(municipality !== undefined && { municipality }) })),
});
