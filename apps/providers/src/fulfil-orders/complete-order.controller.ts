import { Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { workCompleted, type DataOf } from '@salvatempo/contracts';
import { Allow, authorise, Because, decided, Who, type Answer, type Principal } from '@salvatempo/http';
import type { AggregateRunner, Cause } from '@salvatempo/messaging';
import { runnerOf } from '@salvatempo/runtime';
import { order, type Order } from '../domain/order';
import { providersPolicy } from '../providers.policy';
import type { CompleteOrder } from './complete-order.decider';
import { CompletionView } from './complete-order.dto';

@ApiTags('providers')
@Controller('api/providers')
export class CompleteOrderController {
  constructor(@Inject(runnerOf(order)) private readonly orders: AggregateRunner<Order>) {}

  /** Marks the work of an order as done. A second time answers 409 with when it was done first. */
  @Post(':providerId/orders/:orderId/completion')
  @Allow('provider-admin')
  @ApiOkResponse({ type: CompletionView })
  async complete(
    @Param('providerId') providerId: string,
    @Param('orderId') orderId: string,
    @Who() who: Principal,
    @Because() cause: Cause,
  ): Promise<Answer<CompletionView>> {
    authorise(providersPolicy(who), 'complete', 'Order', { providerId });
    const data: CompleteOrder = { providerId };
    const outcome = await this.orders.execute(orderId, { type: 'complete-order', data }, cause);
    const { events, sequence } = decided(outcome, firstCompletion);
    const { voucherId, purchaseId, completedAt } = events[0]!.data as DataOf<typeof workCompleted>;
    return { status: 200, body: { orderId, voucherId, purchaseId, completedAt }, position: `${orderId}:${sequence}` };
  }
}

/** What a refused second completion is told of the first. */
const firstCompletion = (state: Order): { extra?: Record<string, unknown> } =>
  state.status === 'completed' ? { extra: { completedAt: state.completedAt } } : {};
