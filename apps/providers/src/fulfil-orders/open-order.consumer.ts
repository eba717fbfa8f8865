import { Inject } from '@nestjs/common';
import { voucherRedeemed, type DataOf, type Envelope } from '@salvatempo/contracts';
import { causeOf, Consumer, On, type AggregateRunner } from '@salvatempo/messaging';
import { runnerOf } from '@salvatempo/runtime';
import { order, orderIdOf, type Order, type OrderFacts } from '../domain/order';

/** Makes an order of each redeemed voucher. */
@Consumer('providers.orders')
export class OpenOrderConsumer {
  constructor(@Inject(runnerOf(order)) private readonly orders: AggregateRunner<Order>) {}

  @On(voucherRedeemed)
  async redeemed(message: Envelope<DataOf<typeof voucherRedeemed>>): Promise<void> {
    const { voucherId, purchaseId, providerId, offerId, holderPersonId, valueCents } = message.data;
    const data: Omit<OrderFacts, 'orderId'> = { providerId, offerId, purchaseId, voucherId, holderPersonId, priceCents: valueCents };
    await this.orders.execute(orderIdOf(voucherId), { type: 'open-order', data }, causeOf(message));
  }
}
