import { Controller, Get, Headers, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { DataOf, offerPublished } from '@salvatempo/contracts';
import { Allow, hasRole, organisationsOf, positionOf, ProblemError, Who, type Principal } from '@salvatempo/http';
import type { AggregateRunner, RowReader } from '@salvatempo/messaging';
import { Directory, readerOf, runnerOf } from '@salvatempo/runtime';
import { offer, type Offer } from '../domain/offer';
import { offerList, type OfferRow } from './offer-list.projection';
import { NetworkPriceOfOfferView, OfferPage, OfferView } from './offer.view';
import { networks, type NetworkRow } from '../set-network-price/networks.projection';
import { OffersQueryDto } from './read-offers.dto';

@ApiTags('providers')
@Controller('api/providers/offers')
export class ReadOffersController {
  constructor(
    @Inject(runnerOf(offer)) private readonly offers: AggregateRunner<Offer>,
    @Inject(readerOf(offerList)) private readonly list: RowReader<OfferRow>,
    @Inject(readerOf(networks)) private readonly networkRows: RowReader<NetworkRow>,
    @Inject(Directory) private readonly directory: Directory,
  ) {}

  /** What can be bought, newest first. */
  @Get()
  @Allow()
  @ApiOkResponse({ type: OfferPage })
  async all(@Query() { providerId, serviceCode, limit, after }: OffersQueryDto, @Who() who: Principal, @Headers('salvatempo-position') position?: string): Promise<OfferPage> {
    await this.list.caughtUp(positionOf(position));
    const page = await this.list.page({
      tenancy: providerId === undefined ? { wholeTerritory: true } : { tenant: providerId },
      limit,
      newestFirst: true,
      ...(serviceCode === undefined ? {} : { where: { serviceCode } }),
      ...(after === undefined ? {} : { after }),
    });
    return { ...page, items: await Promise.all(page.items.map((row) => this.view(row, who))) };
  }

  /** One offer as it can be bought now. */
  @Get(':offerId')
  @Allow()
  @ApiOkResponse({ type: OfferView })
  async one(@Param('offerId') offerId: string, @Who() who: Principal): Promise<OfferView> {
    const state = (await this.offers.load(offerId))?.state;
    if (!state || state.status === 'absent') throw new ProblemError('offer-not-found');
    return this.view(state, who);
  }

  private async view({ offerId, providerId, code, title, priceCents, serviceCode, taxLetter, maxValidityDays, durationMinutes, revision, networkPrices }: DataOf<typeof offerPublished>, who: Principal): Promise<OfferView> {
    const organisation = await this.directory.organisation(providerId);
    const names = organisation && { providerName: organisation.name };
    // What was agreed with a network is theirs; its members see it in their quote.
    const isTold = organisationsOf(who, 'provider-admin').includes(providerId) || hasRole(who, 'operator');
    const agreed = networkPrices && isTold && { networkPrices: await Promise.all(networkPrices.map((one) => this.named(one))) };
    return { offerId, providerId, ...names, code, title, priceCents, serviceCode, taxLetter, maxValidityDays, ...(durationMinutes !== undefined && { durationMinutes }), revision, ...agreed };
  }

  private async named({ networkId, priceCents }: { readonly networkId: string; readonly priceCents: number }): Promise<NetworkPriceOfOfferView> {
    const title = (await this.networkRows.get(networkId))?.title;
    return { networkId, ...(title !== undefined && { title }), priceCents };
  }
}
