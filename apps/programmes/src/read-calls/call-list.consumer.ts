import { Inject } from '@nestjs/common';
import type { Envelope } from '@salvatempo/contracts';
import { Consumer, OnEveryEventOf, project } from '@salvatempo/messaging';
import { PLATFORM, type PlatformPorts } from '@salvatempo/runtime';
import { callList } from './call-list.projection';

@Consumer('programmes.call-list')
export class CallListConsumer {
  constructor(@Inject(PLATFORM) private readonly ports: PlatformPorts) {}

  @OnEveryEventOf('programmes')
  take(event: Envelope): Promise<void> {
    return project(this.ports.store, callList, event);
  }
}
