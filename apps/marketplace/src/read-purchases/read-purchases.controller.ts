import { Controller, Get, Headers, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, authorise, PageQueryDto, positionOf, Who, type Principal } from '@salvatempo/http';
import type { AggregateRunner, RowReader } from '@salvatempo/messaging';
import { readerOf, runnerOf } from '@salvatempo/runtime';
import { purchase, type Purchase } from '../domain/purchase';
import { marketplacePolicy } from '../marketplace.policy';
import { knownPurchase } from './known-purchase.handler';
import { purchaseList, type PurchaseRow } from './purchase-list.projection';
import { PurchasePage, PurchaseView, purchaseView } from './purchase.view';

@ApiTags('marketplace')
@Controller('api/marketplace/purchases')
export class ReadPurchasesController {
  constructor(
    @Inject(runnerOf(purchase)) private readonly purchases: AggregateRunner<Purchase>,
    @Inject(readerOf(purchaseList)) private readonly list: RowReader<PurchaseRow>,
  ) {}

  /** The caller's own purchases, newest first. */
  @Get()
  @Allow('employee')
  @ApiOkResponse({ type: PurchasePage })
  async mine(@Who() who: Principal, @Query() query: PageQueryDto, @Headers('salvatempo-position') position?: string): Promise<PurchasePage> {
    await this.list.caughtUp(positionOf(position));
    const page = await this.list.page({ tenancy: { tenant: who.personId }, limit: query.limit, newestFirst: true, ...(query.after === undefined ? {} : { after: query.after }) });
    return { ...page, items: page.items.map((row) => ({ ...purchaseView(row, row.purchaseId), requestedAt: row.requestedAt })) };
  }

  @Get(':purchaseId')
  @Allow('employee', 'operator', 'firm-admin')
  @ApiOkResponse({ type: PurchaseView })
  async one(@Param('purchaseId') purchaseId: string, @Who() who: Principal): Promise<PurchaseView> {
    const state = await knownPurchase(this.purchases, purchaseId);
    authorise(marketplacePolicy(who), 'read', 'Purchase', state);
    return purchaseView(state, purchaseId);
  }
}
