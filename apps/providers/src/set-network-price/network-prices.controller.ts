import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, authorise, Because, decided, PageQueryDto, ProblemError, Who, type Answer, type Principal } from '@salvatempo/http';
import type { AggregateRunner, Cause, RowReader } from '@salvatempo/messaging';
import { readerOf, runnerOf } from '@salvatempo/runtime';
import { offer, type Offer } from '../domain/offer';
import { providersPolicy } from '../providers.policy';
import { NetworkNamePage, NetworkPriceChangeView, SetNetworkPriceDto } from './network-price.dto';
import { networks, type NetworkRow } from './networks.projection';
import type { SetNetworkPrice } from './set-network-price.decider';

@ApiTags('providers')
@Controller('api/providers')
export class NetworkPricesController {
  constructor(
    @Inject(runnerOf(offer)) private readonly offers: AggregateRunner<Offer>,
    @Inject(readerOf(networks)) private readonly networkRows: RowReader<NetworkRow>,
  ) {}

  /** The networks of the territory by title, for a provider to agree a price with. */
  @Get('networks')
  @Allow('provider-admin', 'operator')
  @ApiOkResponse({ type: NetworkNamePage })
  async names(@Query() { limit, after }: PageQueryDto): Promise<NetworkNamePage> {
    const page = await this.networkRows.page({ tenancy: { tenant: 'territory' }, limit, ...(after === undefined ? {} : { after }) });
    return { ...page, items: [...page.items] };
  }

  /** A lower price for a network's members, from now on; another one of the same network replaces it. */
  @Post('offers/:offerId/network-prices')
  @Allow('provider-admin')
  @ApiCreatedResponse({ type: NetworkPriceChangeView })
  async set(@Param('offerId') offerId: string, @Body() { networkId, priceCents }: SetNetworkPriceDto, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<NetworkPriceChangeView>> {
    await this.assertOwn(offerId, who);
    if (!(await this.networkRows.get(networkId))) throw new ProblemError('network-not-found');
    return this.change(offerId, { networkId, priceCents }, cause);
  }

  /** The network's members have the list's price again, from now on. */
  @Post('offers/:offerId/network-prices/:networkId/withdrawal')
  @Allow('provider-admin')
  @ApiCreatedResponse({ type: NetworkPriceChangeView })
  async withdraw(@Param('offerId') offerId: string, @Param('networkId') networkId: string, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<NetworkPriceChangeView>> {
    await this.assertOwn(offerId, who);
    return this.change(offerId, { networkId }, cause);
  }

  private async change(offerId: string, data: SetNetworkPrice, cause: Cause): Promise<Answer<NetworkPriceChangeView>> {
    const { sequence } = decided(await this.offers.execute(offerId, { type: 'set-network-price', data }, cause));
    return { status: 201, body: { offerId, ...data }, location: `/api/providers/offers/${offerId}`, position: `${offerId}:${sequence}` };
  }

  private async assertOwn(offerId: string, who: Principal): Promise<void> {
    const state = (await this.offers.load(offerId))?.state;
    if (!state || state.status === 'absent') throw new ProblemError('offer-not-found');
    authorise(providersPolicy(who), 'price', 'Offer', { providerId: state.providerId });
  }
}
