import { Inject } from '@nestjs/common';
import { holdPersonCap, pinPersonCap, releasePersonCap, usePersonCap, type Envelope } from '@salvatempo/contracts';
import { causeOf, Consumer, On, type AggregateRunner } from '@salvatempo/messaging';
import { runnerOf } from '@salvatempo/runtime';
import { personCap, type PersonCap } from '../domain/person-cap';

/** What purchases ask of a person's cap. Each is answered by an event, a "no" too. */
@Consumer('programmes.person-cap-commands')
export class PersonCapCommandsConsumer {
  constructor(@Inject(runnerOf(personCap)) private readonly personCaps: AggregateRunner<PersonCap>) {}

  @On(holdPersonCap, pinPersonCap, usePersonCap, releasePersonCap)
  async decide(message: Envelope<{ personCapId: string }>): Promise<void> {
    await this.personCaps.execute(message.data.personCapId, { type: message.type, data: message.data }, causeOf(message));
  }
}
