import { Inject } from '@nestjs/common';
import type { Envelope } from '@salvatempo/contracts';
import { Consumer, OnEveryEventOf, project } from '@salvatempo/messaging';
import { PLATFORM, type PlatformPorts } from '@salvatempo/runtime';
import { allotmentList } from './allotment-list.projection';

@Consumer('programmes.allotment-list')
export class AllotmentListConsumer {
  constructor(@Inject(PLATFORM) private readonly ports: PlatformPorts) {}

  @OnEveryEventOf('programmes')
  take(event: Envelope): Promise<void> {
    return project(this.ports.store, allotmentList, event);
  }
}
