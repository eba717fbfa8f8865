import { orderOpened, workCompleted, type DataOf } from '@salvatempo/contracts';
import type { Projection } from '@salvatempo/messaging';

export interface OrderRow extends DataOf<typeof orderOpened> {
  readonly status: 'open' | 'completed';
  readonly openedAt: string;
  readonly completedAt?: string;
}

/** Orders by provider, newest last. */
export const orderList: Projection<OrderRow> = {
  model: { name: 'providers.order-list', indexes: ['status'] },
  prefix: 'ord',
  on: {
    [orderOpened.type]: (_, event) => ({ ...(event.data as DataOf<typeof orderOpened>), status: 'open', openedAt: event.time }),
    [workCompleted.type]: (row, event) => row && { ...row, status: 'completed', completedAt: (event.data as DataOf<typeof workCompleted>).completedAt },
  },
  place: (row) => ({ tenant: row.providerId, order: `${row.openedAt}/${row.orderId}`, indexed: { status: row.status } }),
};
