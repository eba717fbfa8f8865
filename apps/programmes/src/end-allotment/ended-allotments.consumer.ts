import { Inject } from '@nestjs/common';
import { allotmentEnded, type DataOf, type Envelope } from '@salvatempo/contracts';
import { causeOf, Consumer, On, type AggregateRunner } from '@salvatempo/messaging';
import { runnerOf } from '@salvatempo/runtime';
import { call, type Call } from '../domain/call';
import type { ReturnAllotment } from './return-allotment.decider';

/** Brings what an ended allotment gives back to its fund. */
@Consumer('programmes.ended-allotments')
export class EndedAllotmentsConsumer {
  constructor(@Inject(runnerOf(call)) private readonly calls: AggregateRunner<Call>) {}

  @On(allotmentEnded)
  async ended(message: Envelope<DataOf<typeof allotmentEnded>>): Promise<void> {
    const { callId, allotmentId, firmId, returnedCents: amountCents } = message.data;
    const data: ReturnAllotment = { allotmentId, firmId, amountCents };
    await this.calls.execute(callId, { type: 'return-allotment', data }, causeOf(message));
  }
}
