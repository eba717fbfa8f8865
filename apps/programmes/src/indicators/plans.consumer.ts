import { Inject } from '@nestjs/common';
import type { Envelope } from '@salvatempo/contracts';
import { Consumer, OnEveryEventOf, project } from '@salvatempo/messaging';
import { PLATFORM, type PlatformPorts } from '@salvatempo/runtime';
import { plans } from './plans.projection';

@Consumer('programmes.plans')
export class PlansConsumer {
  constructor(@Inject(PLATFORM) private readonly ports: PlatformPorts) {}

  @OnEveryEventOf('benefits', plans)
  take(event: Envelope): Promise<void> {
    return project(this.ports.store, plans, event);
  }
}
