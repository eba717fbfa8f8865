import { Inject } from '@nestjs/common';
import { allotmentRecovered, type DataOf, type Envelope } from '@salvatempo/contracts';
import { causeOf, Consumer, On, type AggregateRunner } from '@salvatempo/messaging';
import { runnerOf } from '@salvatempo/runtime';
import { call, type Call } from '../domain/call';
import type { RecoverFund } from './recover-fund.decider';

/** Brings what firms paid back to the figures of their call. */
@Consumer('programmes.fund-recoveries')
export class RecoveriesConsumer {
  constructor(@Inject(runnerOf(call)) private readonly calls: AggregateRunner<Call>) {}

  @On(allotmentRecovered)
  async recovered(message: Envelope<DataOf<typeof allotmentRecovered>>): Promise<void> {
    const { callId, allotmentId, principalCents, interestCents } = message.data;
    const data: RecoverFund = { allotmentId, principalCents, interestCents };
    await this.calls.execute(callId, { type: 'recover-fund', data }, causeOf(message));
  }
}
