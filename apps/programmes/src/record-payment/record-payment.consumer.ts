import { Inject } from '@nestjs/common';
import { incentivePaid, type DataOf, type Envelope } from '@salvatempo/contracts';
import { causeOf, Consumer, On, type AggregateRunner } from '@salvatempo/messaging';
import { runnerOf } from '@salvatempo/runtime';
import { call, type Call } from '../domain/call';
import type { RecordPayment } from './record-payment.decider';

/** Brings each incentive that an allotment paid to the fund's own figures. */
@Consumer('programmes.fund-payments')
export class RecordPaymentConsumer {
  constructor(@Inject(runnerOf(call)) private readonly calls: AggregateRunner<Call>) {}

  @On(incentivePaid)
  async paid(message: Envelope<DataOf<typeof incentivePaid>>): Promise<void> {
    const { callId, purchaseId, amountCents } = message.data;
    const data: RecordPayment = { purchaseId, amountCents };
    await this.calls.execute(callId, { type: 'record-payment', data }, causeOf(message));
  }
}
