import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { problems } from '@salvatempo/contracts';
import { Allow, Who, type Principal } from '@salvatempo/http';
import { romeDate } from '@salvatempo/kernel';
import { ownSharesOf } from '../domain/who-pays-what';
import { transferDays } from '../own-transfer/own-transfer.table';
import { quotedView } from '../quote-purchase/quote-purchase.dto';
import { Quotes } from '../quote-purchase/quotes.handler';
import { OwnQuoteQueryDto, OwnQuoteView } from './quote-own-purchase.dto';

@ApiTags('marketplace')
@Controller('api/marketplace/own-quotes')
export class QuoteOwnPurchaseController {
  constructor(@Inject(Quotes) private readonly quotes: Quotes) {}

  /** Who would pay what if the owner of a firm bought an offer for themself: the incentive and their own transfer, never welfare credit. Nothing is held by it. */
  @Get()
  @Allow('firm-admin')
  @ApiOkResponse({ type: OwnQuoteView })
  async quote(@Query() query: OwnQuoteQueryDto, @Who() who: Principal): Promise<OwnQuoteView> {
    const { quoteId, offer, price, firmId, beneficiaryPersonId, pays, at } = await this.quotes.ownQuote(query.offerId, who, query.firmId);
    const obstacle = beneficiaryPersonId === undefined ? 'owner-not-declared' : pays.incentiveCents === 0 ? 'owner-no-incentive' : undefined;
    return {
      quoteId,
      ...quotedView({ offer, price, firmId }, pays),
      shares: [...ownSharesOf(price.priceCents, pays.incentiveCents)],
      maxValidityDays: offer.maxValidityDays,
      transferDays: transferDays(romeDate(at)),
      ...(obstacle && { obstacle: { code: obstacle, detail: problems[obstacle]!.it, detailEn: problems[obstacle]!.en } }),
    };
  }
}
