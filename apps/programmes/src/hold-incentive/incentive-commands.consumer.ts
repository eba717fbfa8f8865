import { Inject } from '@nestjs/common';
import { holdIncentive, payIncentive, pinIncentive, releaseIncentive, type Envelope } from '@salvatempo/contracts';
import { causeOf, Consumer, On, type AggregateRunner } from '@salvatempo/messaging';
import { runnerOf } from '@salvatempo/runtime';
import { allotment, type Allotment } from '../domain/allotment';

/** What purchases ask of allotments. Each is answered by an event, a "no" too. */
@Consumer('programmes.incentive-commands')
export class IncentiveCommandsConsumer {
  constructor(@Inject(runnerOf(allotment)) private readonly allotments: AggregateRunner<Allotment>) {}

  @On(holdIncentive, pinIncentive, payIncentive, releaseIncentive)
  async decide(message: Envelope<{ allotmentId: string }>): Promise<void> {
    await this.allotments.execute(message.data.allotmentId, { type: message.type, data: message.data }, causeOf(message));
  }
}
