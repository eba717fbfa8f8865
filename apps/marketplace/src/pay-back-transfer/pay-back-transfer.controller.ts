import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { Allow, Because, calendarDay, type Answer } from '@salvatempo/http';
import type { AggregateRunner, Cause } from '@salvatempo/messaging';
import { runnerOf } from '@salvatempo/runtime';
import { purchase, type Purchase } from '../domain/purchase';
import { changePurchase, PurchaseChangeView } from '../own-purchases/change-purchase.handler';
import { PayBackTransferDto } from './pay-back-transfer.dto';
import type { PayBackTransfer } from './paid-back.decider';

@ApiTags('marketplace')
@Controller('api/marketplace/purchases')
export class PayBackTransferController {
  constructor(@Inject(runnerOf(purchase)) private readonly purchases: AggregateRunner<Purchase>) {}

  /** Records that what is owed back of a purchase was transferred to its owner, whole. */
  @Post(':purchaseId/paybacks')
  @Allow('operator')
  @ApiCreatedResponse({ type: PurchaseChangeView })
  payBack(@Param('purchaseId') purchaseId: string, @Body() { amountCents, paidOn, bankReference }: PayBackTransferDto, @Because() cause: Cause): Promise<Answer<PurchaseChangeView>> {
    const data: PayBackTransfer = { amountCents, paidOn: calendarDay('paidOn', paidOn), bankReference };
    return changePurchase(this.purchases, purchaseId, { type: 'pay-back-transfer', data }, cause);
  }
}
