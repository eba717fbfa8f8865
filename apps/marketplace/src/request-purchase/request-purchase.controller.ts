import { Body, Controller, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, Because, Who, type Answer, type Principal } from '@salvatempo/http';
import { addDays, endOfRomeDay, epochMsOf, instantOf, romeDate, romeYear } from '@salvatempo/kernel';
import type { Cause } from '@salvatempo/messaging';
import { Quotes, type Quote } from '../quote-purchase/quotes.handler';
import { PurchaseView } from '../read-purchases/purchase.view';
import { BeginPurchase, quotedOnOf } from './begin-purchase.handler';
import type { RequestPurchase } from './request-purchase.decider';
import { RequestPurchaseDto } from './request-purchase.dto';

@ApiTags('marketplace')
@Controller('api/marketplace/purchases')
export class RequestPurchaseController {
  constructor(
    private readonly beginning: BeginPurchase,
    private readonly quotes: Quotes,
  ) {}

  /** Begins a purchase on the quote that was seen: 202 and pending; with `Prefer: wait=2`, 200 once it is made or refused. */
  @Post()
  @Allow('employee')
  @ApiAcceptedResponse({ type: PurchaseView })
  @ApiOkResponse({ type: PurchaseView })
  request(@Body() body: RequestPurchaseDto, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<PurchaseView>> {
    return this.beginning.begin(() => this.terms(body, who), cause);
  }

  private async terms(body: RequestPurchaseDto, who: Principal): Promise<RequestPurchase> {
    const quote = await this.quotes.quote(body.offerId, who, body.firmId, body.payWith);
    return {
      facts: factsOf(quote, body),
      quotedOn: quotedOnOf(quote),
      quoteId: quote.quoteId,
      seenQuoteId: body.quoteId,
      seenTotalCents: body.totalCents,
      maxValidityDays: quote.offer.maxValidityDays,
    };
  }
}

function factsOf(quote: Quote, { expiresAt, thresholdConsentCents }: RequestPurchaseDto): RequestPurchase['facts'] {
  const { offer, incentive } = quote;
  const lastDay = endOfRomeDay(addDays(romeDate(quote.at), offer.maxValidityDays));
  return {
    personId: quote.personId,
    firmId: quote.firmId,
    accountId: quote.accountId,
    offerId: offer.offerId,
    providerId: offer.providerId,
    title: offer.title,
    totalCents: quote.price.priceCents,
    incentiveCents: quote.incentiveCents,
    creditCents: quote.creditCents,
    ...(quote.creditMinutes !== undefined && { creditMinutes: quote.creditMinutes }),
    taxLetter: offer.taxLetter,
    taxYear: romeYear(quote.at),
    ...(thresholdConsentCents === undefined ? {} : { thresholdConsentCents }),
    voucherExpiresAt: expiresAt === undefined ? lastDay : instantOf(epochMsOf(expiresAt)),
    ...(incentive && {
      allotmentId: incentive.allotmentId,
      callId: incentive.callId,
      personCapCents: incentive.terms.personCapCents,
      ...(quote.personCapId === undefined ? {} : { personCapId: quote.personCapId }),
    }),
  };
}
