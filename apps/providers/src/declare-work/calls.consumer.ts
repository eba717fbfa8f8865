import { Inject } from '@nestjs/common';
import type { Envelope } from '@salvatempo/contracts';
import { Consumer, OnEveryEventOf, project } from '@salvatempo/messaging';
import { PLATFORM, type PlatformPorts } from '@salvatempo/runtime';
import { calls } from './calls.projection';

@Consumer('providers.calls')
export class CallsConsumer {
  constructor(@Inject(PLATFORM) private readonly ports: PlatformPorts) {}

  @OnEveryEventOf('programmes')
  take(event: Envelope): Promise<void> {
    return project(this.ports.store, calls, event);
  }
}
