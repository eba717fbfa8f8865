import { orderOpened, type DataOf } from '@salvatempo/contracts';
import { accept, NOTHING, slice } from '@salvatempo/kernel';
import type { Order, OrderFacts } from '../domain/order';

/** A voucher was redeemed at this provider: there is work to do. */
export const openOrderSlice = slice<Order, Omit<OrderFacts, 'orderId'>>({
  command: 'open-order',
  decide: (facts, state, { id }) => (state.status === 'absent' ? accept(orderOpened.of({ ...facts, orderId: id })) : NOTHING),
  evolve: {
    [orderOpened.type]: (_: Order, facts: DataOf<typeof orderOpened>): Order => ({ ...facts, status: 'open' }),
  },
});
