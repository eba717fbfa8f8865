import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, Who, type Principal } from '@salvatempo/http';
import { sharesOf } from '../domain/who-pays-what';
import { quotedView, QuoteQueryDto, QuoteView } from './quote-purchase.dto';
import { Quotes } from './quotes.handler';

@ApiTags('marketplace')
@Controller('api/marketplace/quotes')
export class QuotePurchaseController {
  constructor(@Inject(Quotes) private readonly quotes: Quotes) {}

  /** Who would pay what for an offer if it were bought now. */
  @Get()
  @Allow('employee')
  @ApiOkResponse({ type: QuoteView })
  async quote(@Query() query: QuoteQueryDto, @Who() who: Principal): Promise<QuoteView> {
    const quote = await this.quotes.quote(query.offerId, who, query.firmId, query.payWith);
    const { offer, hours, creditMinutes } = quote;
    return {
      quoteId: quote.quoteId,
      ...quotedView(quote, quote),
      shares: [...sharesOf(quote)],
      spendableCents: quote.spendableCents,
      missingCents: creditMinutes === undefined ? Math.max(0, quote.creditCents - quote.spendableCents) : 0,
      ...(hours && { hours }),
      paysWith: creditMinutes === undefined ? 'euro' : 'hours',
      taxLetter: offer.taxLetter,
      maxValidityDays: offer.maxValidityDays,
    };
  }
}
