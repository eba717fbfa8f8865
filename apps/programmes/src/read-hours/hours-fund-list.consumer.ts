import { Inject } from '@nestjs/common';
import type { Envelope } from '@salvatempo/contracts';
import { Consumer, OnEveryEventOf, project } from '@salvatempo/messaging';
import { PLATFORM, type PlatformPorts } from '@salvatempo/runtime';
import { hoursFundList } from './hours-fund-list.projection';

@Consumer('programmes.hours-fund-list')
export class HoursFundListConsumer {
  constructor(@Inject(PLATFORM) private readonly ports: PlatformPorts) {}

  @OnEveryEventOf('programmes')
  take(event: Envelope): Promise<void> {
    return project(this.ports.store, hoursFundList, event);
  }
}
