import { Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { Allow, authorise, Because, Who, type Answer, type Principal } from '@salvatempo/http';
import type { AggregateRunner, Cause } from '@salvatempo/messaging';
import { runnerOf } from '@salvatempo/runtime';
import { purchase, type Purchase } from '../domain/purchase';
import { marketplacePolicy } from '../marketplace.policy';
import { changePurchase, PurchaseChangeView } from '../own-purchases/change-purchase.handler';
import { knownPurchase } from '../read-purchases/known-purchase.handler';

@ApiTags('marketplace')
@Controller('api/marketplace/purchases')
export class WithdrawPurchaseController {
  constructor(@Inject(runnerOf(purchase)) private readonly purchases: AggregateRunner<Purchase>) {}

  /** Gives up an owner's purchase whose transfer is still awaited; what was held goes back. */
  @Post(':purchaseId/withdrawal')
  @Allow('firm-admin')
  @ApiCreatedResponse({ type: PurchaseChangeView })
  async withdraw(@Param('purchaseId') purchaseId: string, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<PurchaseChangeView>> {
    authorise(marketplacePolicy(who), 'withdraw', 'Purchase', await knownPurchase(this.purchases, purchaseId));
    return changePurchase(this.purchases, purchaseId, { type: 'withdraw-purchase', data: {} }, cause);
  }
}
