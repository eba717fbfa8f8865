import { Controller, Get, Headers, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { DataOf, offerPublished } from '@salvatempo/contracts';
import { Allow, positionOf, ProblemError } from '@salvatempo/http';
import type { AggregateRunner, RowReader } from '@salvatempo/messaging';
import { Directory, readerOf, runnerOf } from '@salvatempo/runtime';
import { offer, type Offer } from '../domain/offer';
import { offerList, type OfferRow } from './offer-list.projection';
import { OfferPage, OfferView } from './offer.view';
import { OffersQueryDto } from './read-offers.dto';

@ApiTags('providers')
@Controller('api/providers/offers')
export class ReadOffersController {
  constructor(
    @Inject(runnerOf(offer)) private readonly offers: AggregateRunner<Offer>,
    @Inject(readerOf(offerList)) private readonly list: RowReader<OfferRow>,
    @Inject(Directory) private readonly directory: Directory,
  ) {}

  /** What can be bought, newest first. */
  @Get()
  @Allow()
  @ApiOkResponse({ type: OfferPage })
  async all(@Query() { providerId, serviceCode, limit, after }: OffersQueryDto, @Headers('salvatempo-position') position?: string): Promise<OfferPage> {
    const at = positionOf(position);
    if (at) await this.list.caughtUp(at);
    const page = await this.list.page({
      tenancy: providerId === undefined ? { wholeTerritory: true } : { tenant: providerId },
      limit,
      newestFirst: true,
      ...(serviceCode === undefined ? {} : { where: { serviceCode } }),
      ...(after === undefined ? {} : { after }),
    });
    return { ...page, items: await Promise.all(page.items.map((row) => this.view(row))) };
  }

  /** One offer as it can be bought now. */
  @Get(':offerId')
  @Allow()
  @ApiOkResponse({ type: OfferView })
  async one(@Param('offerId') offerId: string): Promise<OfferView> {
    const state = (await this.offers.load(offerId))?.state;
    if (!state || state.status === 'absent') throw new ProblemError('offer-not-found');
    return this.view(state);
  }

  private async view({ offerId, providerId, code, title, priceCents, serviceCode, taxLetter, maxValidityDays, revision }: DataOf<typeof offerPublished>): Promise<OfferView> {
    const organisation = await this.directory.organisation(providerId);
    const names = organisation && { providerName: organisation.name };
    return { offerId, providerId, ...names, code, title, priceCents, serviceCode, taxLetter, maxValidityDays, revision };
  }
}
