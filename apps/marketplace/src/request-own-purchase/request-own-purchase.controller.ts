import { Body, Controller, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, Because, ProblemError, Who, type Answer, type Principal } from '@salvatempo/http';
import { addDays, derivedId, endOfRomeDay, romeDate, transferReferenceOf } from '@salvatempo/kernel';
import type { Cause } from '@salvatempo/messaging';
import { transferDays } from '../own-transfer/own-transfer.table';
import { Quotes, type OwnQuote } from '../quote-purchase/quotes.handler';
import { PurchaseView } from '../read-purchases/purchase.view';
import { BeginPurchase, quotedOnOf } from '../request-purchase/begin-purchase.handler';
import type { RequestPurchase } from '../request-purchase/request-purchase.decider';
import { RequestOwnPurchaseDto } from './request-own-purchase.dto';

@ApiTags('marketplace')
@Controller('api/marketplace/own-purchases')
export class RequestOwnPurchaseController {
  constructor(
    private readonly beginning: BeginPurchase,
    private readonly quotes: Quotes,
  ) {}

  /**
   * Begins a purchase for the firm's declared owner on the quote that was seen; with `Prefer: wait=2`, 200 once everything is held
   * and the transfer awaited, or it is refused. Nothing is issued before the transfer is received.
   */
  @Post()
  @Allow('firm-admin')
  @ApiAcceptedResponse({ type: PurchaseView })
  @ApiOkResponse({ type: PurchaseView })
  request(@Body() body: RequestOwnPurchaseDto, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<PurchaseView>> {
    return this.beginning.begin((purchaseId) => this.terms(body, who, purchaseId), cause);
  }

  private async terms(body: RequestOwnPurchaseDto, who: Principal, purchaseId: string): Promise<RequestPurchase> {
    const quote = await this.quotes.ownQuote(body.offerId, who, body.firmId);
    if (quote.beneficiaryPersonId === undefined) throw new ProblemError('owner-not-declared');
    return {
      facts: factsOf(quote, quote.beneficiaryPersonId, who.personId, purchaseId),
      quotedOn: quotedOnOf(quote),
      quoteId: quote.quoteId,
      seenQuoteId: body.quoteId,
      seenTotalCents: body.totalCents,
      maxValidityDays: quote.offer.maxValidityDays,
    };
  }
}

function factsOf({ offer, price: { priceCents }, pays: { incentive, incentiveCents }, firmId, at }: OwnQuote, personId: string, requestedByPersonId: string, purchaseId: string): RequestPurchase['facts'] {
  const today = romeDate(at);
  const amountCents = priceCents - incentiveCents;
  return {
    personId,
    firmId,
    offerId: offer.offerId,
    providerId: offer.providerId,
    title: offer.title,
    totalCents: priceCents,
    incentiveCents,
    creditCents: 0,
    // Without a transfer to wait for, it is valid from now on.
    ...(amountCents === 0 && { voucherExpiresAt: endOfRomeDay(addDays(today, offer.maxValidityDays)) }),
    own: { amountCents, reference: transferReferenceOf(purchaseId), dueAt: endOfRomeDay(addDays(today, transferDays(today))), validityDays: offer.maxValidityDays, requestedByPersonId },
    ...(incentive && {
      allotmentId: incentive.allotmentId,
      callId: incentive.callId,
      personCapCents: incentive.terms.personCapCents,
      personCapId: derivedId('pcp', incentive.callId, personId),
    }),
  };
}
