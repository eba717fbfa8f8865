import { Inject } from '@nestjs/common';
import type { Envelope } from '@salvatempo/contracts';
import { Consumer, OnEveryEventOf, project } from '@salvatempo/messaging';
import { PLATFORM, type PlatformPorts } from '@salvatempo/runtime';
import { accountHours } from './account-hours.projection';

@Consumer('marketplace.account-hours')
export class AccountHoursConsumer {
  constructor(@Inject(PLATFORM) private readonly ports: PlatformPorts) {}

  @OnEveryEventOf('benefits', accountHours)
  take(event: Envelope): Promise<void> {
    return project(this.ports.store, accountHours, event);
  }
}
