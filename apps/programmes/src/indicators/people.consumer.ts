import { Inject } from '@nestjs/common';
import type { Envelope } from '@salvatempo/contracts';
import { Consumer, OnEveryEventOf, project } from '@salvatempo/messaging';
import { PLATFORM, type PlatformPorts } from '@salvatempo/runtime';
import { families, people } from './people.projection';

@Consumer('programmes.people')
export class PeopleConsumer {
  constructor(@Inject(PLATFORM) private readonly ports: PlatformPorts) {}

  /** An event is of one aggregate, and so of one of the two. */
  @OnEveryEventOf('companies')
  async take(event: Envelope): Promise<void> {
    await project(this.ports.store, people, event);
    await project(this.ports.store, families, event);
  }
}
