import { Inject } from '@nestjs/common';
import { absorbAidRegister, correctAid, holdAid, recordAid, releaseAid, type Envelope } from '@salvatempo/contracts';
import { causeOf, Consumer, On, type AggregateRunner } from '@salvatempo/messaging';
import { runnerOf } from '@salvatempo/runtime';
import { aidRegister, type AidRegister } from '../domain/aid-register';

/** What a merged register gave away, and what it sends on. */
@Consumer('programmes.aid-commands')
export class AidCommandsConsumer {
  constructor(@Inject(runnerOf(aidRegister)) private readonly registers: AggregateRunner<AidRegister>) {}

  @On(holdAid, recordAid, correctAid, releaseAid, absorbAidRegister)
  async decide(message: Envelope<object>): Promise<void> {
    await this.registers.execute(message.subject, { type: message.type, data: message.data }, causeOf(message));
  }
}
