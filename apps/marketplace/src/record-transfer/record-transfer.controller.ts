import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { Allow, Because, calendarDay, type Answer } from '@salvatempo/http';
import type { AggregateRunner, Cause } from '@salvatempo/messaging';
import { runnerOf } from '@salvatempo/runtime';
import { purchase, type Purchase } from '../domain/purchase';
import { changePurchase, PurchaseChangeView } from '../own-purchases/change-purchase.handler';
import type { RecordTransfer } from './received.decider';
import { RecordTransferDto } from './record-transfer.dto';

@ApiTags('marketplace')
@Controller('api/marketplace/purchases')
export class RecordTransferController {
  constructor(@Inject(runnerOf(purchase)) private readonly purchases: AggregateRunner<Purchase>) {}

  /** Records an owner's transfer. An awaited one has the order receipt issued; one for a purchase that has ended or is paid already is owed back. */
  @Post(':purchaseId/transfers')
  @Allow('operator')
  @ApiCreatedResponse({ type: PurchaseChangeView })
  record(@Param('purchaseId') purchaseId: string, @Body() { amountCents, receivedOn, bankReference }: RecordTransferDto, @Because() cause: Cause): Promise<Answer<PurchaseChangeView>> {
    const data: RecordTransfer = { amountCents, receivedOn: calendarDay('receivedOn', receivedOn), bankReference };
    return changePurchase(this.purchases, purchaseId, { type: 'record-transfer', data }, cause);
  }
}
