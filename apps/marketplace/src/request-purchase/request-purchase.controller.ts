import { Body, Controller, Inject, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { DataOf, purchaseRequested, QuotedOn } from '@salvatempo/contracts';
import { Allow, Because, decided, whenFinal, Who, type Answer, type Principal } from '@salvatempo/http';
import { addDays, derivedId, endOfRomeDay, epochMsOf, instantOf, romeDate, romeYear } from '@salvatempo/kernel';
import type { AggregateRunner, Cause } from '@salvatempo/messaging';
import { runnerOf } from '@salvatempo/runtime';
import { isSettledForBuyer } from '../domain/payments';
import { purchase, type Purchase } from '../domain/purchase';
import { Quotes, type Quote } from '../quote-purchase/quotes.handler';
import { PurchaseView, purchaseView } from '../read-purchases/purchase.view';
import type { RequestPurchase } from './request-purchase.decider';
import { RequestPurchaseDto } from './request-purchase.dto';

@ApiTags('marketplace')
@Controller('api/marketplace/purchases')
export class RequestPurchaseController {
  constructor(
    @Inject(runnerOf(purchase)) private readonly purchases: AggregateRunner<Purchase>,
    @Inject(Quotes) private readonly quotes: Quotes,
  ) {}

  /** Begins a purchase on the quote that was seen: 202 and pending; with `Prefer: wait=2`, 200 once it is made or refused. */
  @Post()
  @Allow('employee')
  @ApiAcceptedResponse({ type: PurchaseView })
  @ApiOkResponse({ type: PurchaseView })
  async request(@Body() body: RequestPurchaseDto, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<PurchaseView>> {
    const purchaseId = derivedId('pur', cause.id);
    const earlier = await this.purchases.earlier(purchaseId, cause);
    const outcome = earlier ?? (await this.purchases.execute(purchaseId, await this.command(body, who), cause));
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

  private async command(body: RequestPurchaseDto, who: Principal): Promise<{ type: string; data: RequestPurchase }> {
    const quote = await this.quotes.quote(body.offerId, who, body.firmId);
    const data: RequestPurchase = {
      facts: factsOf(quote, body.expiresAt),
      quotedOn: quotedOnOf(quote),
      quoteId: quote.quoteId,
      seenQuoteId: body.quoteId,
      seenTotalCents: body.totalCents,
      maxValidityDays: quote.offer.maxValidityDays,
    };
    return { type: 'request-purchase', data };
  }
}

function factsOf(quote: Quote, expiresAt: string | undefined): RequestPurchase['facts'] {
  const { offer, incentive } = quote;
  const lastDay = endOfRomeDay(addDays(romeDate(quote.at), offer.maxValidityDays));
  return {
    personId: quote.personId,
    firmId: quote.firmId,
    accountId: quote.accountId,
    offerId: offer.offerId,
    providerId: offer.providerId,
    title: offer.title,
    totalCents: offer.priceCents,
    incentiveCents: quote.incentiveCents,
    creditCents: quote.creditCents,
    taxLetter: offer.taxLetter,
    taxYear: romeYear(quote.at),
    voucherExpiresAt: expiresAt === undefined ? lastDay : instantOf(epochMsOf(expiresAt)),
    ...(incentive && {
      allotmentId: incentive.allotmentId,
      callId: incentive.callId,
      personCapCents: incentive.terms.personCapCents,
      ...(quote.personCapId === undefined ? {} : { personCapId: quote.personCapId }),
    }),
  };
}

const quotedOnOf = ({ offer, available }: Quote): QuotedOn => ({
  serviceCode: offer.serviceCode,
  allotments: available.map(({ allotmentId, callId, allotmentFreeCents: freeCents, personUsedCents, municipality }) => ({ allotmentId, callId, freeCents, personUsedCents, ...(municipality !== undefined && { municipality }) })),
});
