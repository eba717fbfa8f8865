import { Controller, Get, Headers, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, authorise, positionOf, Who, type Principal } from '@salvatempo/http';
import type { AggregateRunner, RowReader } from '@salvatempo/messaging';
import { readerOf, runnerOf } from '@salvatempo/runtime';
import { offer, type Offer } from '../domain/offer';
import { providersPolicy } from '../providers.policy';
import { orderList, type OrderRow } from './order-list.projection';
import { OrderPage, OrderView } from './order.view';
import { OrdersQueryDto } from './read-orders.dto';

@ApiTags('providers')
@Controller('api/providers')
export class ReadOrdersController {
  constructor(
    @Inject(runnerOf(offer)) private readonly offers: AggregateRunner<Offer>,
    @Inject(readerOf(orderList)) private readonly list: RowReader<OrderRow>,
  ) {}

  /** A provider's orders, newest first. */
  @Get(':providerId/orders')
  @Allow('provider-admin', 'operator')
  @ApiOkResponse({ type: OrderPage })
  async all(
    @Param('providerId') providerId: string,
    @Query() { status, limit, after }: OrdersQueryDto,
    @Who() who: Principal,
    @Headers('salvatempo-position') position?: string,
  ): Promise<OrderPage> {
    authorise(providersPolicy(who), 'read', 'Order', { providerId });
    await this.list.caughtUp(positionOf(position));
    const page = await this.list.page({
      tenancy: { tenant: providerId },
      limit,
      newestFirst: true,
      ...(status === undefined ? {} : { where: { status } }),
      ...(after === undefined ? {} : { after }),
    });
    return { ...page, items: await Promise.all(page.items.map((row) => this.view(row))) };
  }

  private async view({ providerId: _, ...row }: OrderRow): Promise<OrderView> {
    const state = (await this.offers.load(row.offerId))?.state;
    return state?.status === 'published' ? { ...row, title: state.title } : row;
  }
}
